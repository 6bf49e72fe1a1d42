package dev.wardrobe.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wardrobe.model.natives.NativeErrors;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class NativeErrorsTest {
  @Test
  void native_messages_become_one_line() {
    Throwable error;
    try (var scope = NativeScope.open()) {
      error = catchThrowable(() -> torch.ones(2, 3).add(torch.ones(4, 5)));
    }
    assertThat(error).isNotNull();
    assertThat(NativeErrors.firstLine(error))
        .contains("The size of tensor a (3) must match the size of tensor b (5)")
        .doesNotContain("\n");
    assertThat(NativeErrors.isOutOfMemory(error)).isFalse();
  }

  @Test
  void errors_without_a_message_are_named() {
    assertThat(NativeErrors.firstLine(new IllegalStateException()))
        .isEqualTo("IllegalStateException");
    assertThat(NativeErrors.firstLine(new IllegalStateException(""))).isEmpty();
  }

  @Test
  void memory_that_is_not_there_is_recognized() {
    Throwable error;
    try (var scope = NativeScope.open()) {
      // An exabyte: more than any machine maps.
      error = catchThrowable(() -> TensorData.empty(ScalarType.Float, 1L << 58));
    }
    assertThat(error).isNotNull();
    assertThat(NativeErrors.isOutOfMemory(error)).as("%s", error).isTrue();
    assertThat(NativeErrors.isOutOfMemory(new OutOfMemoryError())).isTrue();
    assertThat(NativeErrors.isOutOfMemory(new RuntimeException("CUDA out of memory. Tried")))
        .isTrue();
  }
}
