package dev.wardrobe.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/** The files of this package's test resources. */
final class Goldens {
  private static final Path FOLDER = Path.of("src/test/resources/dev/wardrobe/torch/weights");

  /** Those that are read without PyTorch. */
  private static final Path PLAIN =
      Path.of("../model/src/test/resources/dev/wardrobe/model/weights");

  private Goldens() {}

  static Path path(String name) {
    Path own = FOLDER.resolve(name);
    return Files.exists(own) ? own : PLAIN.resolve(name);
  }

  /** Files that must be refused, in order. */
  static List<Path> hostile(String ending) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("hostile-"))
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares values, widened to 64 bits, and shapes. */
  static void assertSame(Tensor found, Tensor expected, String name) {
    try (var scope = NativeScope.open()) {
      assertThat(found.shape()).as(name).containsExactly(expected.shape());
      assertThat(TensorData.doubles(found)).as(name).containsExactly(TensorData.doubles(expected));
      assertThat(TensorData.longs(found)).as(name).containsExactly(TensorData.longs(expected));
    }
  }
}
