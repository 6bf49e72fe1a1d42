package dev.wardrobe.model.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The weights that come with Wardrobe, with the digest that the file has to have. They were trained
 * on made-up photos; docs/model-card.md says how, and what they are good for.
 */
final class PretrainedModel {
  private static final String FILE = "pretrained.safetensors";

  private PretrainedModel() {}

  /**
   * The bytes of the file.
   *
   * @throws IllegalStateException if they are not what they were when the program was made
   */
  static byte[] bytes() {
    byte[] bytes = resource(FILE);
    String expected = new String(resource(FILE + ".sha256"), StandardCharsets.US_ASCII).strip();
    String found = HexFormat.of().formatHex(sha256().digest(bytes));
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "The model that comes with Wardrobe is damaged: found SHA-256 %s, expected %s; build Wardrobe from a fresh clone"
              .formatted(found, expected));
    }
    return bytes;
  }

  private static byte[] resource(String name) {
    try (InputStream in = PretrainedModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Wardrobe was built without its " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read Wardrobe's own " + name, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
