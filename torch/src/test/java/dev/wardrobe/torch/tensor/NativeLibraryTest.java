package dev.wardrobe.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {
  @Test
  void threads_are_as_asked_for() {
    int before = NativeLibrary.threads();
    try {
      NativeLibrary.start(2);
      assertThat(NativeLibrary.threads()).isEqualTo(2);
      assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
      NativeLibrary.start(1);
      assertThat(NativeLibrary.threads()).isEqualTo(1);
    } finally {
      NativeLibrary.start(before);
    }
  }

  @Test
  void no_threads_are_refused() {
    assertThatThrownBy(() -> NativeLibrary.start(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected at least 1 thread, but got 0");
  }
}
