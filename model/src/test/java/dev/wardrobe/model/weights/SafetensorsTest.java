package dev.wardrobe.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.tensor.NativeScope;
import dev.wardrobe.model.tensor.TensorData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {
  private static final String ENTRY =
      "{\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void each_type_is_read_as_it_was_written(Dtype type) {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Tensor values = TensorData.of(new long[] {0, 1, 1, 0, 1, 0}, 2, 3).to(type.toNative());
      Safetensors.write(file, Map.of(), Map.of("values", values));
      try (NamedTensors read = Safetensors.read(file)) {
        assertThat(Dtype.of(read.get("values").scalar_type())).isEqualTo(type);
        Goldens.assertSame(read.get("values"), values, type.name());
      }
    }
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.entries())
          .containsExactly(
              Map.entry(
                  "values",
                  new TensorEntry("values", type, List.of(2L, 3L), 0, 6L * type.bytes())));
    }
  }

  @Test
  void bytes_are_those_of_the_format() throws IOException {
    Path file = folder.resolve("new/x.safetensors");
    try (var scope = NativeScope.open()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("b", TensorData.of(new byte[] {1, 2, 3}, 3));
      tensors.put("w", TensorData.of(new float[] {1, 2, 3, 4}, 2, 2).t());
      tensors.put("n", TensorData.of(new long[] {7}));
      Safetensors.write(file, Map.of("made", "here\n"), tensors);
    }
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
  void files_of_the_official_library_are_read() {
    try (NamedTensors read = Safetensors.read(Goldens.path("types.safetensors"));
        NamedTensors expected = Safetensors.read(Goldens.path("expected.safetensors"))) {
      assertThat(read.names()).hasSize(12);
      read.asMap()
          .forEach(
              (name, tensor) -> Goldens.assertSame(tensor, expected.get("types." + name), name));
    }
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
  void numbers_lie_at_multiples_of_their_size() {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Dtype type : Dtype.values()) {
        tensors.put("odd" + type, torch.ones(3).to(type.toNative()));
        tensors.put("empty" + type, torch.ones(0, 2).to(type.toNative()));
      }
      Safetensors.write(file, Map.of(), tensors);
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(read.names()).containsExactlyElementsOf(tensors.keySet());
        assertThat(read.entries().values())
            .allMatch(entry -> entry.begin() % entry.type().bytes() == 0);
      }
    }
  }

  @Test
  void gradients_do_not_hinder_writing() {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Tensor weight = torch.ones(2, 2).set_requires_grad(true);
      Safetensors.write(file, Map.of(), Map.of("w", weight.mul(weight)));
    }
    try (NamedTensors read = Safetensors.read(file)) {
      assertThat(read.get("w").requires_grad()).isFalse();
    }
  }

  @Test
  void tensors_that_cannot_be_written_leave_the_old_file() {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Safetensors.write(file, Map.of(), Map.of("w", torch.ones(2)));
      Tensor complex = torch.ones(2).to(torch.ScalarType.ComplexFloat);
      assertThatThrownBy(() -> Safetensors.write(file, Map.of(), Map.of("w", complex)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("F64, F32");
      assertThatThrownBy(
              () -> Safetensors.write(file, Map.of(), Map.of("__metadata__", torch.ones(2))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    try (NamedTensors read = Safetensors.read(file)) {
      assertThat(TensorData.floats(read.get("w"))).containsExactly(1, 1);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_file_that_is_replaced_while_open_is_read_as_it_was() {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Safetensors.write(file, Map.of(), Map.of("w", torch.ones(2)));
      try (SafetensorsFile old = SafetensorsFile.open(file)) {
        Safetensors.write(file, Map.of(), Map.of("v", torch.zeros(50)));
        Tensor read = old.load("w");
        assertThat(TensorData.floats(read)).containsExactly(1, 1);
        read.close();
      }
    }
  }

  @Test
  void a_file_that_is_cut_short_while_open_is_an_error() throws IOException {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Safetensors.write(file, Map.of(), Map.of("w", torch.ones(2)));
    }
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      Files.write(file, new byte[20]);
      assertThatThrownBy(open::loadAll)
          .isInstanceOf(DatasetException.class)
          .hasMessage("Cannot read %s: the file ends early", file);
    }
  }

  @Test
  void unknown_names_are_an_error_that_lists_names() {
    try (SafetensorsFile file = SafetensorsFile.open(Goldens.path("types.safetensors"))) {
      assertThatThrownBy(() -> file.load("weight"))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("has no tensor weight: found ")
          .hasMessageEndingWith(" and 7 more");
    }
  }

  @Test
  void reading_again_and_again_keeps_native_memory_flat() {
    long before = Pointer.totalBytes();
    for (int i = 0; i < 300; i++) {
      Safetensors.read(Goldens.path("types.safetensors")).close();
    }
    assertThat(Pointer.totalBytes()).isLessThan(before + 1000);
  }

  static List<Path> hostile() {
    return Goldens.hostile(".safetensors");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_files_are_refused_in_one_line(Path file) {
    assertThatThrownBy(() -> Safetensors.read(file))
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
