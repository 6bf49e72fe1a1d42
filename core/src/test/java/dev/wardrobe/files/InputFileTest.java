package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {
  @TempDir private Path folder;

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    SplittableRandom random = new SplittableRandom(size);
    for (int i = 0; i < size; i++) {
      content[i] = (byte) random.nextInt(20);
    }
    return content;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] content, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.endsWith("/") ? new byte[0] : content);
      }
    }
    return bytes.toByteArray();
  }

  private byte[] read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    AtomicLong done = new AtomicLong();
    try (InputStream in = InputFile.open(file, done::set)) {
      byte[] content = in.readAllBytes();
      assertThat(done.get()).isBetween(bytes.length * 3L / 4, InputFile.size(file));
      return content;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 1000, 300_000})
  void files_of_every_size_are_read_as_they_are_and_packed(int size) throws IOException {
    byte[] content = content(size);
    assertThat(read(content)).isEqualTo(content);
    assertThat(readPacked(gzip(content))).isEqualTo(content);
    assertThat(readPacked(zip(content, "a.json"))).isEqualTo(content);
    assertThat(readPacked(zip(content, "x/", "x/a.json", "__MACOSX/x/._a.json")))
        .isEqualTo(content);
  }

  private byte[] readPacked(byte[] bytes) throws IOException {
    try (InputStream in = InputFile.open(Files.write(folder.resolve("packed"), bytes))) {
      return in.readAllBytes();
    }
  }

  @Test
  void empty_file_is_empty() throws IOException {
    assertThat(readPacked(new byte[0])).isEmpty();
  }

  @Test
  void bytes_are_read_one_by_one_too() throws IOException {
    byte[] content = content(50);
    for (byte[] bytes : new byte[][] {content, gzip(content), zip(content, "a")}) {
      try (InputStream in = InputFile.open(Files.write(folder.resolve("file"), bytes))) {
        for (byte b : content) {
          assertThat(in.read()).isEqualTo(b & 0xff);
        }
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void two_gzip_files_in_a_row_are_one() throws IOException {
    byte[] first = gzip(content(100));
    byte[] second = gzip(content(200));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertThat(readPacked(both)).hasSize(300);
  }

  /** As the shell makes them: {@code wardrobe evaluate <(unpack results)}. */
  @Test
  void pipe_is_read_from_its_first_byte() throws Exception {
    Path pipe = folder.resolve("pipe");
    Process made;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "Skipped: there is no mkfifo");
      return;
    }
    assumeTrue(made.waitFor() == 0, "Skipped: no pipe could be made");
    byte[] content = content(100_000);
    Thread writer =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                Files.write(pipe, content);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    try (InputStream in = InputFile.open(pipe)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    writer.join();
  }

  @Test
  void zip_of_several_files_and_what_only_looks_packed_are_refused() throws IOException {
    Path file = Files.write(folder.resolve("two.zip"), zip(content(10), "a", "b"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> InputFile.open(file))
        .withMessage(
            "Cannot read %s: found 2 files in the zip, expected one; unpack the right one", file);
    Path gzip = Files.write(folder.resolve("x.gz"), new byte[] {0x1f, (byte) 0x8b, 5, 5, 5, 5});
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> InputFile.open(gzip))
        .withMessageStartingWith("Cannot read " + gzip + ": ");
    Path zip = Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8});
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> InputFile.open(zip))
        .withMessageStartingWith("Cannot read " + zip + ": the packed file is damaged");
  }

  @Test
  void size_of_a_missing_file_is_refused() {
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> InputFile.size(missing))
        .withMessage("Cannot read %s: no such file or folder", missing);
  }
}
