package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The numbers in which a forward pass is computed: 32-bit floats, or bfloat16 where PyTorch's
 * autocast allows it (convolutions and products of matrices).
 */
final class ForwardPrecision {
  /** What Linux calls the instructions for products of bfloat16. */
  private static final List<String> BFLOAT16_FLAGS = List.of("avx512_bf16", "amx_bf16");

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private final boolean bfloat16;
  private final DeviceType device;

  private ForwardPrecision(boolean bfloat16, DeviceType device) {
    this.bfloat16 = bfloat16;
    this.device = device;
  }

  /**
   * What a config asks for, on a device. AUTO is bfloat16 on a GPU, and on a processor of which
   * Linux says that it computes with it.
   */
  static ForwardPrecision of(Precision asked, TensorDevice device) {
    return of(asked, device, processor());
  }

  static ForwardPrecision of(Precision asked, TensorDevice device, String processor) {
    boolean cpu = device.type() == TensorDevice.Type.CPU;
    boolean bfloat16 =
        switch (asked) {
          case FLOAT32 -> false;
          case BFLOAT16 -> true;
          case AUTO -> !cpu || knowsBfloat16(processor);
        };
    return new ForwardPrecision(bfloat16, cpu ? DeviceType.CPU : DeviceType.CUDA);
  }

  private static boolean knowsBfloat16(String processor) {
    return processor
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(line -> Arrays.asList(line.split("\\s+")))
        .stream()
        .anyMatch(flags -> BFLOAT16_FLAGS.stream().anyMatch(flags::contains));
  }

  private static String processor() {
    try {
      return Files.isReadable(PROCESSOR) ? Files.readString(PROCESSOR) : "";
    } catch (IOException e) {
      return ""; // then nothing is known of it
    }
  }

  /** Computes in these numbers; backward passes belong outside. */
  <T> T compute(Supplier<T> forward) {
    if (!bfloat16) {
      return forward.get();
    }
    // The cache of weights in bfloat16 is one for all threads, so sums of gradients would depend on
    // their timing.
    torch.set_autocast_cache_enabled(false);
    torch.set_autocast_dtype(device, ScalarType.BFloat16);
    torch.set_autocast_enabled(device, true);
    try {
      return forward.get();
    } finally {
      torch.set_autocast_enabled(device, false);
    }
  }

  @Override
  public String toString() {
    return bfloat16 ? "bfloat16" : "float32";
  }
}
