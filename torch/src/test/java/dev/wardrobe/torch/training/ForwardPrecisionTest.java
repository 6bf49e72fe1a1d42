package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorDevice;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwardPrecisionTest {
  private static final TensorDevice GPU = new TensorDevice(TensorDevice.Type.CUDA, 0);

  @BeforeEach
  void start() {
    NativeLibrary.start(1);
  }

  private static String auto(TensorDevice device, String processor) {
    return ForwardPrecision.of(Precision.AUTO, device, processor).toString();
  }

  @Test
  void auto_asks_the_processor() {
    assertThat(auto(TensorDevice.CPU, "model name\t: x\nflags\t\t: fpu avx512f avx512_bf16\n"))
        .isEqualTo("bfloat16");
    assertThat(auto(TensorDevice.CPU, "flags\t\t: amx_bf16 amx_tile\n")).isEqualTo("bfloat16");
    assertThat(auto(TensorDevice.CPU, "flags\t\t: fpu avx512f\n")).isEqualTo("float32");
    assertThat(auto(TensorDevice.CPU, "")).isEqualTo("float32");
    assertThat(auto(GPU, "")).isEqualTo("bfloat16");
  }

  @Test
  void what_was_asked_for_is_done_everywhere() {
    assertThat(ForwardPrecision.of(Precision.FLOAT32, GPU, "flags : amx_bf16"))
        .hasToString("float32");
    assertThat(ForwardPrecision.of(Precision.BFLOAT16, TensorDevice.CPU, ""))
        .hasToString("bfloat16");
  }

  @Test
  void products_are_computed_in_the_precision_and_only_inside() {
    ForwardPrecision half = ForwardPrecision.of(Precision.BFLOAT16, TensorDevice.CPU);
    try (var scope = NativeScope.open()) {
      var ones = torch.ones(4, 4);
      assertThat(half.compute(() -> ones.matmul(ones)).scalar_type().intern())
          .isEqualTo(ScalarType.BFloat16);
      assertThat(ones.matmul(ones).scalar_type().intern()).isEqualTo(ScalarType.Float);
    }
  }

  @Test
  void an_error_inside_ends_it_too() {
    ForwardPrecision half = ForwardPrecision.of(Precision.BFLOAT16, TensorDevice.CPU);
    assertThatThrownBy(() ->
            half.compute(() -> {
              throw new IllegalStateException("inside");
            }))
        .hasMessage("inside");
    assertThat(torch.is_autocast_enabled(DeviceType.CPU)).isFalse();
  }
}
