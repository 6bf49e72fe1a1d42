package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.AnnotationWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The bytes of some photos as they were when this version of the generator was made. A failure here
 * means that equal options give other sets than before: raise {@link PhotoGenerator#VERSION} and
 * note the new digests, or, if only a machine or a JDK changed, find what is not the same
 * everywhere.
 */
class SameBytesTest {
  private static String digest(Split split, boolean photos) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    PhotoGenerator generator =
        new PhotoGenerator(SynthesisOptions.of(split, 400, 7).withSides(160, 320));
    for (int id = 1; id <= 400; id += photos ? 29 : 3) {
      SyntheticPhoto photo = generator.compose(id);
      sha.update(AnnotationWriter.toJson(photo.photo()));
      if (photos) {
        sha.update(photo.jpeg());
      }
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 8);
  }

  @Test
  void version_1_gives_these_bytes() throws NoSuchAlgorithmException {
    assertThat(PhotoGenerator.VERSION).isEqualTo(1);
    assertThat(digest(Split.TRAIN, true)).isEqualTo("51ee94cc907c57ce");
    assertThat(digest(Split.VALIDATION, true)).isEqualTo("b7da7ef51d182cfe");
    assertThat(digest(Split.TRAIN, false)).isEqualTo("27755aaac7c5951b");
    assertThat(digest(Split.VALIDATION, false)).isEqualTo("348178db6cdc0443");
  }
}
