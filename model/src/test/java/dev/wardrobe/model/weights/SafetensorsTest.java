package dev.wardrobe.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/wardrobe/model/weights");
  private static final String ENTRY =
      "{\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void each_type_is_read_as_it_was_written(Dtype type) {
    Path file = folder.resolve("x.safetensors");
    byte[] bytes = new byte[6 * type.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i & 1);
    }
    RawTensor written = new RawTensor(type, List.of(2L, 3L), MemorySegment.ofArray(bytes));
    Safetensors.write(file, Map.of(), Map.of("values", written));
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.entries())
          .containsExactly(
              Map.entry(
                  "values",
                  new TensorEntry("values", type, List.of(2L, 3L), 0, 6L * type.bytes())));
      RawTensor values = read.read("values");
      assertThat(values.type()).isEqualTo(type);
      assertThat(values.shape()).containsExactly(2L, 3L);
      assertThat(values.memory().mismatch(written.memory())).isEqualTo(-1);
    }
  }

  @Test
  void numbers_of_16_and_32_bits_are_the_same_as_floats() {
    ByteBuffer halves = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
    halves.putShort(Float.floatToFloat16(1.5f)).putShort(Float.floatToFloat16(-2));
    halves.putShort(Float.floatToFloat16(6e-8f));
    RawTensor half = new RawTensor(Dtype.F16, List.of(3L), MemorySegment.ofArray(halves.array()));
    assertThat(half.floats()).containsExactly(1.5f, -2, 5.9604645e-8f);
    ByteBuffer brains = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    brains.putShort((short) 0x3fc0).putShort((short) 0xff80);
    RawTensor brain = new RawTensor(Dtype.BF16, List.of(2L), MemorySegment.ofArray(brains.array()));
    assertThat(brain.floats()).containsExactly(1.5f, Float.NEGATIVE_INFINITY);
    assertThat(RawTensor.of(new float[] {.1f, Float.NaN}, List.of(2L)).floats())
        .containsExactly(.1f, Float.NaN);
    RawTensor bytes = new RawTensor(Dtype.U8, List.of(), MemorySegment.ofArray(new byte[1]));
    assertThatThrownBy(bytes::floats).hasMessageEndingWith("but got U8");
    assertThatThrownBy(() -> RawTensor.of(new float[3], List.of(2L)))
        .hasMessage("Expected 8 bytes for 2 of F32, but got 12");
  }

  @Test
  void bytes_are_those_of_the_format() throws IOException {
    Path file = folder.resolve("new/x.safetensors");
    Map<String, TensorContent> tensors = new LinkedHashMap<>();
    tensors.put(
        "b", new RawTensor(Dtype.U8, List.of(3L), MemorySegment.ofArray(new byte[] {1, 2, 3})));
    tensors.put("w", RawTensor.of(new float[] {1, 3, 2, 4}, List.of(2L, 2L)));
    tensors.put(
        "n",
        new RawTensor(
            Dtype.I64, List.of(), MemorySegment.ofArray(new byte[] {7, 0, 0, 0, 0, 0, 0, 0})));
    Safetensors.write(file, Map.of("made", "here\n"), tensors);
    String header =
        "{\"__metadata__\":{\"made\":\"here\\n\"},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[24,27]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[8,24]},"
            + "\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    ByteBuffer expected =
        ByteBuffer.allocate(8 + padded.length() + 27).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(padded.length()).put(padded.getBytes(StandardCharsets.UTF_8));
    expected.putLong(7).putFloat(1).putFloat(3).putFloat(2).putFloat(4);
    expected.put(new byte[] {1, 2, 3});
    assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
  }

  @Test
  void empty_file_has_no_tensors_and_keeps_its_notes() {
    Path file = folder.resolve("x.safetensors");
    Safetensors.write(file, Map.of("ä", "ö"), Map.of());
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.metadata()).containsExactly(Map.entry("ä", "ö"));
      assertThat(read.names()).isEmpty();
    }
  }

  @Test
  void a_tensor_cannot_have_the_name_of_the_notes() {
    Map<String, TensorContent> tensors =
        Map.of("__metadata__", RawTensor.of(new float[1], List.of(1L)));
    assertThatThrownBy(() -> Safetensors.write(folder.resolve("x.safetensors"), Map.of(), tensors))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.resolve("x.safetensors")).doesNotExist();
  }

  @Test
  void unknown_names_and_wrong_sizes_are_errors() {
    try (SafetensorsFile file = SafetensorsFile.open(FOLDER.resolve("types.safetensors"))) {
      assertThatThrownBy(() -> file.read("weight"))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("has no tensor weight: found ")
          .hasMessageEndingWith(" and 7 more");
      String name = file.names().iterator().next();
      MemorySegment wrong = MemorySegment.ofArray(new byte[3]);
      assertThatThrownBy(() -> file.read(name, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("but got 3");
    }
  }

  static List<Path> hostile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().matches("hostile-.*[.]safetensors"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_files_are_refused_in_one_line(Path file) {
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Cannot read %s as safetensors: ", file)
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("jackson");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"w": A, "v": {"dtype": "F32", "shape": [2], "data_offsets": [12, 20]}} | 20 | tensor v: its bytes begin at 12, expected 8
          {"w": A} | 9 | found 1 bytes after the last tensor, expected none
          {"w": A} | 7 | tensor w: its bytes end at 8, but the file has 7; it may be incomplete
          {"w": A, "v": A} | 8 | tensor v: its bytes begin at 0, expected 8
          {"w": A} x | 8 | its header is not the expected JSON
          [[[[[[[[[[[[[[[[[[[[[[[[[[[[[ | 8 | nesting depth
          [1] | 8 | its header is no JSON object
          {"w": 5} | 0 | tensor w: found the dtype ""
          {"w": {"dtype": "F32", "data_offsets": [0, 8]}} | 8 | tensor w: found no list "shape"
          {"w": {"dtype": "F32", "shape": [2]}} | 8 | tensor w: found no list "data_offsets"
          {"w": {"dtype": "F32", "shape": [2], "data_offsets": [0]}} | 8 | tensor w: found data_offsets [0]
          {"w": {"dtype": "F32", "shape": [2.0], "data_offsets": [0, 8]}} | 8 | tensor w: found 2.0 in "shape"
          {"w": {"dtype": "F32", "shape": [99999999999999999999], "data_offsets": [0, 8]}} | 8 | tensor w: found 99999999999999999999
          {"w": {"dtype": "F32", "shape": [0, 4611686018427387904, 4], "data_offsets": [0, 0]}} | 0 | tensor w: its shape
          {"__metadata__": {"a": 1}} | 0 | __metadata__.a is no string
          {"__metadata__": []} | 0 | __metadata__ is no JSON object
          {"a\\nb": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}} | 8 | tensor a?b: found 8 bytes, expected 12
          """)
  void wrong_headers_are_told(String header, int dataBytes, String message) throws IOException {
    Path file = folder.resolve("x.safetensors");
    String json = header.replace("A", ENTRY);
    write(file, json.getBytes(StandardCharsets.UTF_8), dataBytes);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_header_that_is_no_utf8_is_refused() throws IOException {
    Path file = folder.resolve("x.safetensors");
    write(file, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, 0);
    assertThatThrownBy(() -> SafetensorsFile.open(file)).hasMessageContaining("is not UTF-8");
  }

  @Test
  void too_many_axes_are_refused() throws IOException {
    Path file = folder.resolve("x.safetensors");
    String shape = "1,".repeat(64) + "1";
    write(
        file,
        "{\"w\":{\"dtype\":\"U8\",\"shape\":[%s],\"data_offsets\":[0,1]}}"
            .formatted(shape)
            .getBytes(StandardCharsets.UTF_8),
        1);
    assertThatThrownBy(() -> SafetensorsFile.open(file)).hasMessageContaining("found 65 axes");
  }

  @Test
  void missing_files_and_folders_are_told() {
    assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("no such file or folder");
    assertThatThrownBy(() -> SafetensorsFile.open(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("found a folder, expected a file");
  }

  private static void write(Path file, byte[] header, int dataBytes) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + dataBytes);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    Files.write(file, bytes.array());
  }
}
