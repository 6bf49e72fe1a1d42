package dev.wardrobe.torch.training;

import dev.wardrobe.files.AnnotationDigest;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.model.data.PhotoIndex;
import dev.wardrobe.torch.tensor.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Where a model comes from: program, recipe, seed, data, versions and machine, in the order in
 * which a reader would ask. Times and paths of data are not in it, so that equal trainings make
 * equal files.
 */
final class Provenance {
  static final String DATA = "train_annotations_sha256";
  static final String SEED = "seed";
  static final String WEIGHTS = "initial_weights";
  static final String WEIGHTS_DIGEST = "initial_weights_sha256";

  private Provenance() {}

  /** All but how far the training is. */
  static Map<String, Object> of(
      TrainingOptions options,
      ForwardPrecision precision,
      PhotoIndex train,
      AnnotationDigest data) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("wardrobe", options.version());
    facts.put("recipe", options.config().name());
    facts.put(SEED, options.seed());
    facts.put("train_split", train.split().name());
    facts.put("train_photos", train.size());
    facts.put(DATA, data.sha256());
    options
        .weights()
        .ifPresent(file -> {
          facts.put(WEIGHTS, String.valueOf(file.getFileName()));
          facts.put(WEIGHTS_DIGEST, sha256(file));
        });
    facts.put("device", options.device().toString());
    facts.put("precision", precision.toString());
    facts.put("threads", NativeLibrary.threads());
    facts.put("pytorch", version(Tensor.class));
    facts.put("javacpp", version(Pointer.class));
    facts.put("java", Runtime.version().toString());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return facts;
  }

  private static String version(Class<?> library) {
    String version = library.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
