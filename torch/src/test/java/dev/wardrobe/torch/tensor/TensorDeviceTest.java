package dev.wardrobe.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.wardrobe.files.DatasetException;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorDeviceTest {
  @Test
  void cpu_is_always_there() {
    assertThat(TensorDevice.of("cpu")).isEqualTo(TensorDevice.CPU).hasToString("cpu");
    try (var scope = NativeScope.open()) {
      Device device = TensorDevice.CPU.toNative();
      assertThat(device.is_cpu()).isTrue();
    }
  }

  @Test
  void auto_is_the_gpu_where_there_is_one() {
    assertThat(TensorDevice.of("auto").type())
        .isEqualTo(torch.cuda_is_available() ? TensorDevice.Type.CUDA : TensorDevice.Type.CPU);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpu", "CPU", "cuda:", "cuda:-1", "cuda:1000", "cuda:x", "cpu:0"})
  void unknown_names_are_told_with_those_there_are(String name) {
    assertThatThrownBy(() -> TensorDevice.of(name))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Unknown device %s: expected cpu, cuda, cuda:1 and so on, or auto", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cuda", "cuda:3"})
  void a_gpu_that_is_not_there_is_told(String name) {
    assumeFalse(torch.cuda_is_available());
    assertThatThrownBy(() -> TensorDevice.of(name))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("There is no device %s: found no GPU; use --device cpu", name);
  }

  @Test
  void gpus_are_named_by_number() {
    assertThat(new TensorDevice(TensorDevice.Type.CUDA, 1)).hasToString("cuda:1");
  }
}
