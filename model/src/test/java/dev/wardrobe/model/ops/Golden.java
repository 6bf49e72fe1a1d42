package dev.wardrobe.model.ops;

import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.model.weights.RawTensor;
import dev.wardrobe.model.weights.SafetensorsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What torchvision computed: the arrays of one golden file; see README.md beside them. */
public final class Golden {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Map<String, RawTensor> tensors = new LinkedHashMap<>();

  private Golden() {}

  /** Reads one. */
  public static Golden of(String name) {
    Golden golden = new Golden();
    Path file = null;
    try (InputStream in = Golden.class.getResourceAsStream(name + ".safetensors")) {
      file = Files.createTempFile("golden", ".safetensors");
      Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
      try (SafetensorsFile opened = SafetensorsFile.open(file)) {
        opened.names().forEach(key -> golden.tensors.put(key, opened.read(key)));
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return golden;
  }

  private RawTensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  /** Numbers of a 32-bit array. */
  public float[] floats(String name) {
    return tensor(name).floats();
  }

  /** Numbers of an array of integers or bytes. */
  public int[] ints(String name) {
    RawTensor tensor = tensor(name);
    int[] values = new int[(int) (tensor.memory().byteSize() / tensor.type().bytes())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          tensor.type() == Dtype.I64
              ? Math.toIntExact(tensor.memory().getAtIndex(LONG, i))
              : tensor.memory().get(ValueLayout.JAVA_BYTE, i) & 255;
    }
    return values;
  }

  /** The length of each axis. */
  public long[] shape(String name) {
    return tensor(name).shape().stream().mapToLong(Long::longValue).toArray();
  }
}
