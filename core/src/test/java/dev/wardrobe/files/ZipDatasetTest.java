package dev.wardrobe.files;

import static dev.wardrobe.files.SampleFolder.findings;
import static dev.wardrobe.files.SampleFolder.open;
import static dev.wardrobe.files.SampleFolder.photos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wardrobe.dataset.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Data sets in zips, as they are distributed. */
class ZipDatasetTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "NONE, STORE",
    "NONE, DEFLATE",
    "ZIP_STANDARD, STORE",
    "ZIP_STANDARD, DEFLATE",
    "AES, STORE",
    "AES, DEFLATE"
  })
  void zip_gives_what_its_folder_gives(EncryptionMethod encryption, CompressionMethod compression)
      throws IOException {
    SampleFolder.split(folder.resolve("folder/train"), 12);
    Files.delete(folder.resolve("folder/train/image/000004.jpg"));
    SampleZip zip = new SampleZip().split("train/", 12);
    zip.entries().remove("train/image/000004.jpg");
    Path file = zip.write(folder.resolve("train.zip"), encryption, compression, "");
    try (Dataset expected = open(folder.resolve("folder"));
        Dataset actual = Dataset.open(file, withPassword(SampleZip.PASSWORD.toCharArray()))) {
      DatasetSplit split = actual.onlyAnnotatedSplit("a test");
      DatasetSplit original = expected.onlyAnnotatedSplit("a test");
      assertThat(split.name()).isEqualTo("train");
      assertThat(split.photoCount()).isEqualTo(12);
      assertThat(photos(split)).hasSize(12).isEqualTo(photos(original));
      assertThat(findings(split))
          .extracting(Finding::toString)
          .containsExactly("train.zip:" + findings(original).getFirst());
      assertThat(split.openImage(4)).isEmpty();
      try (InputStream in = split.openImage(5).orElseThrow()) {
        assertThat(in.readAllBytes()).isEqualTo(JpegBytes.colour(405, 300));
      }
    }
  }

  @Test
  void zip_written_as_a_stream_is_read() throws IOException {
    Path file = folder.resolve("validation.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry :
          new SampleZip().split("validation/", 3).entries().entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    try (Dataset dataset = open(file)) {
      assertThat(photos(dataset.onlyAnnotatedSplit("a test"))).hasSize(3);
      assertThat(findings(dataset.splits().getFirst())).isEmpty();
    }
  }

  @Test
  void root_takes_zips_where_there_is_no_folder() throws IOException {
    SampleFolder.split(folder.resolve("train"), 1);
    new SampleZip().split("train/", 2).write(folder.resolve("train.zip"));
    new SampleZip().split("validation/", 3).write(folder.resolve("validation.zip"));
    try (Dataset dataset = open(folder)) {
      assertThat(dataset.splits()).extracting(DatasetSplit::photoCount).containsExactly(1, 3);
    }
  }

  @Test
  void zip_may_be_left_unsaid() throws IOException {
    new SampleZip().split("train/", 2).write(folder.resolve("train.zip"));
    try (Dataset dataset = open(folder.resolve("train"))) {
      assertThat(dataset.onlyAnnotatedSplit("a test").name()).isEqualTo("train");
      assertThat(dataset.path()).isEqualTo(folder.resolve("train"));
    }
  }

  @Test
  void one_split_of_a_zip_of_several_can_be_named() throws IOException {
    Path zip = folder.resolve("all.zip");
    new SampleZip().split("train/", 2).split("validation/", 3).photo("test/", 1).write(zip);
    for (String name : List.of("train", "validation")) {
      try (Dataset dataset = open(zip.resolve(name))) {
        assertThat(photos(dataset.onlyAnnotatedSplit("a test")))
            .hasSize(name.equals("train") ? 2 : 3);
      }
    }
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> open(zip.resolve("tain")))
        .withMessage("There is no %s: the zip holds train, validation, test", zip.resolve("tain"));
  }

  @Test
  void folders_may_lie_deep_or_at_the_root_and_mac_extras_are_ignored() throws IOException {
    Path deep =
        new SampleZip()
            .split("data/v1/train/", 2)
            .split("data/v1/validation/", 3)
            .entry("__MACOSX/data/v1/train/annos/._000001.json", new byte[3])
            .entry("data/v1/readme.txt", new byte[3])
            .entry("data/v1/train/annos/notes.txt", new byte[3])
            .write(folder.resolve("deep.zip"));
    try (Dataset dataset = open(deep)) {
      assertThat(dataset.splits())
          .extracting(DatasetSplit::name)
          .containsExactly("train", "validation");
      assertThat(findings(dataset.splits().get(0)))
          .extracting(Finding::place)
          .containsExactly("deep.zip:data/v1/train/annos/notes.txt");
      assertThat(photos(dataset.splits().get(1))).hasSize(3);
    }
    Path flat = new SampleZip().split("", 2).write(folder.resolve("mine.zip"));
    try (Dataset dataset = open(flat)) {
      assertThat(dataset.splits()).extracting(DatasetSplit::name).containsExactly("mine");
      assertThat(photos(dataset.splits().getFirst())).hasSize(2);
    }
  }

  @Test
  void two_folders_of_one_name_are_both_kept() throws IOException {
    Path file =
        new SampleZip().split("a/train/", 1).split("b/train/", 2).write(folder.resolve("x.zip"));
    try (Dataset dataset = open(file)) {
      assertThat(dataset.splits())
          .extracting(DatasetSplit::name)
          .containsExactly("train", "x.zip:b/train/");
      assertThat(photos(dataset.splits().get(0))).hasSize(1);
      assertThat(photos(dataset.splits().get(1))).hasSize(2);
    }
  }

  @Test
  void images_alone_are_a_split_without_annotations() throws IOException {
    Path file = new SampleZip().photo("test/", 1).photo("test/", 3).write(folder.resolve("t.zip"));
    try (Dataset dataset = open(file)) {
      DatasetSplit test = dataset.splits().getFirst();
      assertThat(test.annotated()).isFalse();
      assertThat(test.illustrated()).isTrue();
      assertThat(findings(test))
          .extracting(Finding::toString)
          .containsExactly(
              "test: found no file of image 2, expected image numbers from 1 on without a gap");
    }
  }

  @Test
  void zip_without_the_folders_is_refused() throws IOException {
    Path file = new SampleZip().entry("a/b.txt", new byte[3]).write(folder.resolve("x.zip"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> open(file))
        .withMessageStartingWith(
            "The zip %s holds no folder \"image\" or \"annos\"".formatted(file))
        .withMessageMatching("[^\\n]+");
  }

  @Test
  void password_is_not_asked_for_a_plain_zip() throws IOException {
    Path file = new SampleZip().split("train/", 1).write(folder.resolve("train.zip"));
    DatasetOptions options =
        new DatasetOptions(
            () -> {
              throw new AssertionError("asked for a password");
            },
            ImageSizes.NONE);
    try (Dataset dataset = Dataset.open(file, options)) {
      assertThat(photos(dataset.splits().getFirst())).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AES", "ZIP_STANDARD"})
  void password_is_asked_once_and_overwritten(EncryptionMethod encryption) throws IOException {
    encrypted("train", encryption);
    encrypted("validation", encryption);
    char[] password = SampleZip.PASSWORD.toCharArray();
    List<char[]> asked = new ArrayList<>();
    DatasetOptions options =
        new DatasetOptions(
            () -> {
              asked.add(password);
              return password;
            },
            ImageSizes.NONE);
    try (Dataset dataset = Dataset.open(folder, options)) {
      assertThat(dataset.splits()).hasSize(2);
      for (DatasetSplit split : dataset.splits()) {
        assertThat(photos(split)).hasSize(3);
      }
    }
    assertThat(asked).hasSize(1);
    assertThat(password).containsOnly('\0');
  }

  @ParameterizedTest
  @EnumSource(names = {"AES", "ZIP_STANDARD"})
  void wrong_password_is_refused_and_overwritten(EncryptionMethod encryption) throws IOException {
    Path file = encrypted("train", encryption);
    // One wrong password in 256 passes ZipCrypto's own check.
    for (int i = 0; i < (encryption == EncryptionMethod.AES ? 3 : 1_000); i++) {
      char[] password = ("wrong" + i).toCharArray();
      assertThatExceptionOfType(DatasetException.class)
          .as("password %d", i)
          .isThrownBy(() -> Dataset.open(file, withPassword(password)))
          .withMessage(
              "The password does not open the zip %s: check it for typing errors and blanks", file);
      assertThat(password).containsOnly('\0');
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AES", "ZIP_STANDARD"})
  void damaged_entry_does_not_make_the_password_look_wrong(EncryptionMethod encryption)
      throws IOException {
    Path file = encrypted("train", encryption);
    byte[] zip = Files.readAllBytes(file);
    byte[] name = SampleText.bytes("annos/000001.json");
    int at = 0;
    while (!Arrays.equals(zip, at, at + name.length, name, 0, name.length)) {
      at++;
    }
    for (int i = 100; i < 110; i++) {
      zip[at + name.length + i] ^= 0x55;
    }
    Files.write(file, zip);
    try (Dataset dataset = Dataset.open(file, withPassword(SampleZip.PASSWORD.toCharArray()))) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a test");
      assertThat(photos(split)).extracting(Photo::imageId).containsExactly(2, 3);
      assertThat(findings(split)).extracting(Finding::rule).containsExactly(Rule.FILE_UNREADABLE);
    }
  }

  @Test
  void wrong_password_is_refused_where_only_the_photos_are_encrypted() throws IOException {
    Path file =
        new SampleZip()
            .split("train/", 2)
            .write(
                folder.resolve("train.zip"),
                EncryptionMethod.AES,
                CompressionMethod.DEFLATE,
                "annos");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> Dataset.open(file, withPassword("wrong".toCharArray())));
    try (Dataset dataset = Dataset.open(file, withPassword(SampleZip.PASSWORD.toCharArray()))) {
      assertThat(photos(dataset.splits().getFirst())).hasSize(2);
      assertThat(findings(dataset.splits().getFirst())).isEmpty();
    }
  }

  @Test
  void encrypted_zip_without_password_is_refused() throws IOException {
    Path file = encrypted("train", EncryptionMethod.AES);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> open(file))
        .withMessage(
            "The zip %s is encrypted: give the password that the data set's authors sent you",
            file);
  }

  @Test
  void file_that_is_no_zip_is_refused() throws IOException {
    for (byte[] content :
        List.of(new byte[0], new byte[500], SampleText.bytes("P"), SampleText.bytes("text"))) {
      Path file = Files.write(folder.resolve("train.zip"), content);
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(() -> open(file))
          .withMessage("%s is no zip: expected a folder, or a zip such as train.zip", file);
    }
    Path broken = Files.write(folder.resolve("train.zip"), SampleText.bytes("PK and no more"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> open(broken))
        .withMessageStartingWith("Cannot read the zip " + broken)
        .withMessageMatching("[^\\n]+");
  }

  @Test
  void zip_cut_anywhere_is_refused() throws IOException {
    Path file = new SampleZip().split("train/", 2).write(folder.resolve("whole.zip"));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Path cut = Files.write(folder.resolve("train.zip"), Arrays.copyOf(whole, length));
      assertThatExceptionOfType(DatasetException.class)
          .as("cut at %d of %d", length, whole.length)
          .isThrownBy(() -> open(cut));
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, 1500", "ZIP_STANDARD, 1500", "AES, 60"})
  void changed_bytes_give_findings_or_one_line(EncryptionMethod encryption, int rounds)
      throws IOException {
    Path file =
        new SampleZip()
            .split("train/", 2)
            .write(folder.resolve("whole.zip"), encryption, CompressionMethod.DEFLATE, "");
    byte[] whole = Files.readAllBytes(file);
    long seed = 51;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] changed = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertReadable(changed, "seed %d, round %d, %s".formatted(seed, round, encryption));
    }
  }

  private void assertReadable(byte[] zip, String round) throws IOException {
    Path file = Files.write(folder.resolve("train.zip"), zip);
    try (Dataset dataset = Dataset.open(file, withPassword(SampleZip.PASSWORD.toCharArray()))) {
      for (DatasetSplit split : dataset.splits()) {
        for (PhotoReading reading : SampleFolder.read(split)) {
          boolean lost = split.annotated() && reading.photo().isEmpty();
          assertThat(lost && reading.findings().isEmpty()).as(round).isFalse();
        }
      }
    } catch (DatasetException e) {
      assertThat(e).as(round).hasMessageMatching("[^\\n]+");
    } catch (RuntimeException e) {
      fail(round, e);
    }
  }

  @Test
  void changed_annotation_loses_its_photo_only() throws IOException {
    Path file =
        new SampleZip()
            .split("train/", 3)
            .write(folder.resolve("train.zip"), EncryptionMethod.NONE, CompressionMethod.STORE, "");
    byte[] zip = Files.readAllBytes(file);
    byte[] json = SampleText.bytes(SampleFolder.json(2));
    int at = indexOf(zip, json);
    zip[at + json.length / 2]++;
    Files.write(file, zip);
    try (Dataset dataset = open(file)) {
      DatasetSplit train = dataset.splits().getFirst();
      assertThat(photos(train)).extracting(Photo::imageId).containsExactly(1, 3);
      assertThat(findings(train)).hasSize(1);
      assertThat(findings(train).getFirst().rule()).isEqualTo(Rule.FILE_UNREADABLE);
      assertThat(findings(train).getFirst().file()).isEqualTo("train.zip:train/annos/000002.json");
    }
  }

  @Test
  void zip_can_be_read_again_after_a_consumer_failed() throws IOException {
    Path file = new SampleZip().split("train/", 300).write(folder.resolve("train.zip"));
    try (Dataset dataset = open(file)) {
      DatasetSplit train = dataset.splits().getFirst();
      for (int i = 0; i < 5; i++) {
        assertThatIllegalStateException()
            .isThrownBy(() ->
                train.forEach(
                    ReadOptions.defaults().withThreads(4),
                    reading -> {
                      throw new IllegalStateException("consumer");
                    }));
        assertThat(photos(train)).hasSize(300);
      }
    }
  }

  private Path encrypted(String name, EncryptionMethod encryption) throws IOException {
    return new SampleZip()
        .split(name + "/", 3)
        .write(folder.resolve(name + ".zip"), encryption, CompressionMethod.DEFLATE, "");
  }

  private static DatasetOptions withPassword(char[] password) {
    return new DatasetOptions(() -> password, ImageSizes.NONE);
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int at = 0; at + part.length <= all.length; at++) {
      if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("not stored");
  }
}
