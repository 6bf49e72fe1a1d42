package dev.wardrobe.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class NativeScopeTest {
  @Test
  void tensors_end_with_the_scope_unless_kept() {
    Tensor dropped;
    Tensor kept;
    try (var scope = NativeScope.open()) {
      dropped = TensorData.of(new float[] {1}, 1);
      kept = NativeScope.keep(TensorData.of(new float[] {2, 3}, 2));
    }
    assertThat(dropped.isNull()).isTrue();
    assertThat(kept.isNull()).isFalse();
    assertThat(TensorData.floats(kept)).containsExactly(2, 3);
    kept.close();
    assertThat(kept.isNull()).isTrue();
  }

  @Test
  void what_is_made_belongs_to_the_innermost_scope() {
    try (var outer = NativeScope.open()) {
      Tensor outside = TensorData.of(new float[] {1}, 1);
      Tensor inside;
      try (var inner = NativeScope.open()) {
        inside = TensorData.of(new float[] {2}, 1);
      }
      assertThat(inside.isNull()).isTrue();
      assertThat(outside.isNull()).isFalse();
    }
  }

  /** A tensor is what is freed here; its numbers are freed with the last tensor that has them. */
  @Test
  void views_keep_the_numbers_of_what_they_view() {
    Tensor view;
    try (var scope = NativeScope.open()) {
      view = NativeScope.keep(TensorData.of(new float[] {1, 2, 3, 4}, 2, 2).t());
    }
    assertThat(TensorData.floats(view)).containsExactly(1, 3, 2, 4);
    view.close();
  }

  @Test
  void scopes_are_closed_when_something_is_thrown() {
    Tensor[] made = new Tensor[1];
    try (var scope = NativeScope.open()) {
      made[0] = TensorData.of(new float[] {1}, 1);
      throw new IllegalStateException("expected");
    } catch (IllegalStateException e) {
      assertThat(made[0].isNull()).isTrue();
    }
  }

  @Test
  void native_memory_stays_flat_over_many_scopes() {
    cycles(1000);
    long objects = Pointer.totalBytes();
    long process = Pointer.physicalBytes();
    cycles(10_000);
    assertThat(Pointer.totalBytes()).isEqualTo(objects);
    // 40,000 of these tensors have 320 MB.
    assertThat(Pointer.physicalBytes()).isLessThan(process + (100L << 20));
  }

  private static void cycles(int count) {
    float[] values = new float[2000];
    for (int i = 0; i < count; i++) {
      try (var scope = NativeScope.open()) {
        TensorData.of(values, 20, 100).add(TensorData.of(values, 20, 100));
        NativeScope.keep(TensorData.of(values, 20, 100)).close();
      }
    }
  }
}
