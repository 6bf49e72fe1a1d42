package dev.wardrobe.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.model.weights.SafetensorsFile;
import dev.wardrobe.model.weights.TensorEntry;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
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
import org.junit.jupiter.params.provider.EnumSource;

class TensorFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void each_type_is_read_as_it_was_written(Dtype type) {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      Tensor values = TensorData.of(new long[] {0, 1, 1, 0, 1, 0}, 2, 3).to(NativeTypes.of(type));
      TensorFiles.write(file, Map.of(), Map.of("values", values));
      try (NamedTensors read = TensorFiles.read(file)) {
        assertThat(NativeTypes.of(read.get("values").scalar_type())).isEqualTo(type);
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
      TensorFiles.write(file, Map.of("made", "here\n"), tensors);
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
    try (NamedTensors read = TensorFiles.read(Goldens.path("types.safetensors"));
        NamedTensors expected = TensorFiles.read(Goldens.path("expected.safetensors"))) {
      assertThat(read.names()).hasSize(12);
      read.asMap()
          .forEach(
              (name, tensor) -> Goldens.assertSame(tensor, expected.get("types." + name), name));
    }
  }

  @Test
  void empty_file_has_no_tensors_and_keeps_its_notes() {
    Path file = folder.resolve("x.safetensors");
    TensorFiles.write(file, Map.of("ä", "ö"), Map.of());
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
        tensors.put("odd" + type, torch.ones(3).to(NativeTypes.of(type)));
        tensors.put("empty" + type, torch.ones(0, 2).to(NativeTypes.of(type)));
      }
      TensorFiles.write(file, Map.of(), tensors);
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
      TensorFiles.write(file, Map.of(), Map.of("w", weight.mul(weight)));
    }
    try (NamedTensors read = TensorFiles.read(file)) {
      assertThat(read.get("w").requires_grad()).isFalse();
    }
  }

  @Test
  void tensors_that_cannot_be_written_leave_the_old_file() {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      TensorFiles.write(file, Map.of(), Map.of("w", torch.ones(2)));
      Tensor complex = torch.ones(2).to(torch.ScalarType.ComplexFloat);
      assertThatThrownBy(() -> TensorFiles.write(file, Map.of(), Map.of("w", complex)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("F64, F32");
      assertThatThrownBy(
              () -> TensorFiles.write(file, Map.of(), Map.of("__metadata__", torch.ones(2))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    try (NamedTensors read = TensorFiles.read(file)) {
      assertThat(TensorData.floats(read.get("w"))).containsExactly(1, 1);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_file_that_is_replaced_while_open_is_read_as_it_was() {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      TensorFiles.write(file, Map.of(), Map.of("w", torch.ones(2)));
      try (SafetensorsFile old = SafetensorsFile.open(file)) {
        TensorFiles.write(file, Map.of(), Map.of("v", torch.zeros(50)));
        Tensor read = TensorFiles.load(old, "w");
        assertThat(TensorData.floats(read)).containsExactly(1, 1);
        read.close();
      }
    }
  }

  @Test
  void a_file_that_is_cut_short_while_open_is_an_error() throws IOException {
    Path file = folder.resolve("x.safetensors");
    try (var scope = NativeScope.open()) {
      TensorFiles.write(file, Map.of(), Map.of("w", torch.ones(2)));
    }
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      Files.write(file, new byte[20]);
      assertThatThrownBy(() -> TensorFiles.load(open, "w"))
          .isInstanceOf(DatasetException.class)
          .hasMessage("Cannot read %s: the file ends early", file);
    }
  }

  @Test
  void unknown_names_are_an_error_that_lists_names() {
    try (SafetensorsFile file = SafetensorsFile.open(Goldens.path("types.safetensors"))) {
      assertThatThrownBy(() -> TensorFiles.load(file, "weight"))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("has no tensor weight: found ")
          .hasMessageEndingWith(" and 7 more");
    }
  }

  @Test
  void reading_again_and_again_keeps_native_memory_flat() {
    long before = Pointer.totalBytes();
    for (int i = 0; i < 300; i++) {
      TensorFiles.read(Goldens.path("types.safetensors")).close();
    }
    assertThat(Pointer.totalBytes()).isLessThan(before + 1000);
  }
}
