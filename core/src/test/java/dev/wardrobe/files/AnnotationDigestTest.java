package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationDigestTest {
  private static final int COUNT = 150; // more than one chunk

  @TempDir Path folder;

  private static AnnotationDigest digest(Path path) {
    try (Dataset dataset = SampleFolder.open(path)) {
      return dataset.splits().getFirst().annotationDigest(ReadOptions.defaults().withThreads(3));
    }
  }

  @Test
  void digest_is_that_of_ids_and_digests_of_all_files()
      throws IOException, NoSuchAlgorithmException {
    Path split = SampleFolder.split(folder.resolve("train"), 2);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    long bytes = 0;
    for (int id = 1; id <= 2; id++) {
      byte[] content = Files.readAllBytes(split.resolve("annos/00000%d.json".formatted(id)));
      bytes += content.length;
      entries.writeBytes(new byte[] {0, 0, 0, (byte) id});
      entries.writeBytes(sha256.digest(content));
    }
    assertThat(digest(split))
        .isEqualTo(
            new AnnotationDigest(
                bytes, HexFormat.of().formatHex(sha256.digest(entries.toByteArray()))));
  }

  @Test
  void folder_and_zip_of_it_have_the_same_digest() throws IOException {
    Path split = SampleFolder.split(folder.resolve("train"), COUNT);
    Path zip = new SampleZip().split("train/", COUNT).write(folder.resolve("zipped.zip"));
    assertThat(digest(zip)).isEqualTo(digest(split));
  }

  @Test
  void photos_do_not_matter_and_every_byte_of_an_annotation_does() throws IOException {
    Path split = SampleFolder.split(folder.resolve("train"), 3);
    AnnotationDigest before = digest(split);
    SampleFolder.photo(split, 4);
    assertThat(digest(split)).isEqualTo(before);
    Path file = split.resolve("annos/000002.json");
    Files.writeString(file, Files.readString(file) + " ");
    assertThat(digest(split).sha256()).isNotEqualTo(before.sha256());
    assertThat(digest(split).bytes()).isEqualTo(before.bytes() + 1);
  }

  @Test
  void unreadable_file_counts_as_empty() throws IOException {
    Path split = SampleFolder.split(folder.resolve("train"), 1);
    AnnotationDigest before = digest(split);
    Files.createDirectory(split.resolve("annos/000002.json"));
    assertThat(digest(split).bytes()).isEqualTo(before.bytes());
  }
}
