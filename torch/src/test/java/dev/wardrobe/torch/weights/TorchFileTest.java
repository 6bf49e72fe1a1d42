package dev.wardrobe.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.torch.tensor.TensorData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {
  private static final String OTHER_TENSORS = "optimizer.";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"state", "checkpoint", "parameters", "types", "views"})
  void both_formats_give_what_pytorch_saved(String name) {
    try (NamedTensors all = TensorFiles.read(Goldens.path("expected.safetensors"))) {
      for (String format : List.of("zip", "legacy")) {
        try (NamedTensors read = TorchFile.read(Goldens.path(name + "-" + format + ".pt"))) {
          List<String> expected =
              all.names().stream().filter(other -> other.startsWith(name + ".")).toList();
          assertThat(read.names().stream().filter(other -> !other.startsWith(OTHER_TENSORS)))
              .extracting(other -> name + "." + other)
              .containsExactlyInAnyOrderElementsOf(expected);
          expected.forEach(other ->
              Goldens.assertSame(
                  read.get(other.substring(name.length() + 1)), all.get(other), other));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"types-zip.pt", "types-legacy.pt"})
  void types_are_kept(String name) {
    try (NamedTensors read = TorchFile.read(Goldens.path(name));
        NamedTensors same = TensorFiles.read(Goldens.path("types.safetensors"))) {
      read.asMap()
          .forEach((tensor, value) ->
              assertThat(NativeTypes.of(value.scalar_type()))
                  .as(tensor)
                  .isEqualTo(NativeTypes.of(same.get(tensor).scalar_type())));
    }
  }

  @Test
  void views_of_one_storage_have_memory_of_their_own() {
    try (NamedTensors read = TorchFile.read(Goldens.path("views-zip.pt"))) {
      Tensor base = read.get("base");
      float[] row = TensorData.floats(read.get("row"));
      base.fill_(read.get("expanded").max());
      assertThat(TensorData.floats(read.get("row"))).containsExactly(row);
      assertThat(read.asMap().values()).allMatch(Tensor::is_contiguous);
    }
  }

  @Test
  void reading_again_and_again_keeps_native_memory_flat() {
    long before = Pointer.totalBytes();
    for (int i = 0; i < 100; i++) {
      TorchFile.read(Goldens.path("views-zip.pt")).close();
    }
    assertThat(Pointer.totalBytes()).isLessThan(before + 1000);
  }

  static List<Path> hostile() {
    return Goldens.hostile(".pt");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_files_are_refused_in_one_line(Path file) {
    assertThatThrownBy(() -> TorchFile.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Cannot read " + file)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "hostile-system-zip.pt, 'refused, because it names posix.system, which weights never need'",
    "hostile-system-legacy.pt, 'refused, because it names posix.system, which weights never need'",
    "hostile-eval.pt, 'refused, because it names __builtin__.eval, which weights never need'",
    "hostile-whole-module.pt, 'it names torch.nn.modules.container.Sequential,'",
    "hostile-size-huge.pt, 'its tensors need more than 16779828 bytes, but the file has only 653'",
    "hostile-storage-larger-than-data.pt, 'but the file has only 643'",
    "hostile-negative-stride.pt, 'found a tensor of shape 2 and strides -1'",
    "hostile-truncated-legacy.pt, 'the file ends early'"
  })
  void refusals_say_why(String name, String why) {
    assertThatThrownBy(() -> TorchFile.read(Goldens.path(name))).hasMessageContaining(why);
  }

  /** Of a map with the map before twice, and so on, the tensors would never end. */
  @Test
  void maps_within_maps_that_double_are_refused() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2, '}', 'q', 0});
    for (int i = 0; i < 30; i++) {
      byte memo = (byte) i;
      pickle.writeBytes(
          new byte[] {'}', '(', 'K', 1, 'h', memo, 'K', 2, 'h', memo, 'u', 'q', (byte) (i + 1)});
    }
    pickle.write('.');
    assertRefused(pickle.toByteArray(), "more than 1000000 values");
  }

  @Test
  void a_map_within_itself_is_refused() throws IOException {
    assertRefused(pickle("}q\0K\1h\0s."), "more than 32 deep");
  }

  @ParameterizedTest
  @CsvSource({
    "'}.', 'it holds no tensor'",
    "'N.', 'it holds no map of tensors'",
    "'ccollections\nOrderedDict\nNR.', 'calls something in an unexpected way'",
    "'ccollections\nOrderedDict\n]K\1a\u0085R.', 'a map of what are no pairs'",
    "'}]Ns.', 'names are no strings or numbers'",
    "'NNNs.', 'puts a value into what is no map'",
    "'}Na.', 'adds to what is no list'",
    "')Na.', 'adds to what is no list'",
    "'](e.', 'it holds no map'",
    "'e.', 'ends a list that never began'",
    "'](a.', 'takes more values than it has'",
    "']Nb.', 'sets the state of an object'",
    "'NQ.', 'found a storage that is not described as expected'",
    "'}}\u0093.', 'names something by what is no string'",
    "'cos\nsystem\n.', 'refused, because it names os.system'",
    "'ctorch._utils\n_rebuild_tensor_v2\n)R.', 'found a tensor that is not described'",
    "'I1\n.', 'found the pickle code 0x49'"
  })
  void pickles_that_are_no_weights_are_refused(String content, String why) throws IOException {
    assertRefused(pickle(content), why);
  }

  @Test
  void compressed_entries_are_refused() throws IOException {
    Path file = folder.resolve("x.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(new byte[1 << 16]);
    }
    assertThatThrownBy(() -> TorchFile.read(file))
        .hasMessageEndingWith("archive/data.pkl is compressed, which PyTorch never does");
  }

  @Test
  void other_zips_and_texts_are_told() throws IOException {
    Path file = folder.resolve("x.pt");
    writeZip(file, Map.of("readme", new byte[3]));
    assertThatThrownBy(() -> TorchFile.read(file)).hasMessageContaining("a zip without a data.pkl");
    writeZip(file, Map.of("a/data.pkl", new byte[3], "a/constants.pkl", new byte[3]));
    assertThatThrownBy(() -> TorchFile.read(file)).hasMessageContaining("a TorchScript program");
    writeZip(file, Map.of("a/data.pkl", new byte[3], "a/byteorder", new byte[] {'b', 'i', 'g'}));
    assertThatThrownBy(() -> TorchFile.read(file))
        .hasMessageContaining("found the byte order big, expected little");
    Files.writeString(file, "hello");
    assertThatThrownBy(() -> TorchFile.read(file))
        .hasMessageContaining("it does not begin as files of torch.save do");
    assertThatThrownBy(() -> TorchFile.read(folder)).hasMessageContaining("found a folder");
  }

  @Test
  void wrong_checksums_are_told() throws IOException {
    byte[] bytes = Files.readAllBytes(Goldens.path("state-zip.pt"));
    try (NamedTensors read = TorchFile.read(Goldens.path("state-zip.pt"))) {
      int bits = Float.floatToRawIntBits(TensorData.floats(read.get("conv1.weight"))[0]);
      int at = 0;
      while (Integer.reverseBytes(bits) != ByteBuffer.wrap(bytes, at, 4).getInt()) {
        at++;
      }
      bytes[at] ^= 1;
    }
    Path file = folder.resolve("x.pt");
    Files.write(file, bytes);
    assertThatThrownBy(() -> TorchFile.read(file)).hasMessageContaining("its checksum is wrong");
  }

  /** Whatever is wrong, it is told as an error of ours, and nothing large is made of it. */
  @ParameterizedTest
  @ValueSource(strings = {"checkpoint-legacy.pt", "checkpoint-zip.pt", "views-zip.pt"})
  void damaged_files_are_read_or_refused(String name) throws IOException {
    byte[] right = Files.readAllBytes(Goldens.path(name));
    Path file = folder.resolve("x.pt");
    SplittableRandom random = new SplittableRandom(name.hashCode());
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = right.clone();
      for (int j = random.nextInt(1, 4); j > 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try (NamedTensors read = TorchFile.read(file)) {
        assertThat(read.names()).isNotEmpty();
      } catch (DatasetException e) {
        assertThat(e).message().startsWith("Cannot read ").doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isBetween(20, 199);
  }

  private void assertRefused(byte[] pickle, String why) throws IOException {
    Path file = folder.resolve("x.pt");
    writeZip(file, Map.of("archive/data.pkl", pickle));
    assertThatThrownBy(() -> TorchFile.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  /** Each letter is a byte. */
  private static byte[] pickle(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void writeZip(Path file, Map<String, byte[]> contents) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        CRC32 sum = new CRC32();
        sum.update(content.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.getValue().length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content.getValue());
      }
    }
  }
}
