package dev.wardrobe.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TensorDataTest {
  private NativeScope scope;

  @BeforeEach
  void open() {
    scope = NativeScope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void floats_come_back_to_the_last_bit() {
    float[] values = {0, -0f, 1.1f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY};
    Tensor tensor = TensorData.of(values, 2, 3);
    assertThat(tensor.shape()).containsExactly(2, 3);
    assertThat(tensor.scalar_type().intern()).isEqualTo(ScalarType.Float);
    assertThat(TensorData.floats(tensor)).containsExactly(values);
  }

  @Test
  void doubles_come_back_to_the_last_bit() {
    double[] values = {Math.PI, -0.0, Double.MIN_VALUE, Double.MAX_VALUE};
    Tensor tensor = TensorData.of(values, 4);
    assertThat(tensor.scalar_type().intern()).isEqualTo(ScalarType.Double);
    assertThat(TensorData.doubles(tensor)).containsExactly(values);
  }

  @Test
  void longs_come_back() {
    long[] values = {Long.MIN_VALUE, -1, 0, (1L << 53) + 1};
    Tensor tensor = TensorData.of(values, 2, 2);
    assertThat(tensor.scalar_type().intern()).isEqualTo(ScalarType.Long);
    assertThat(TensorData.longs(tensor)).containsExactly(values);
  }

  @Test
  void bytes_are_unsigned() {
    Tensor tensor = TensorData.of(new byte[] {0, 127, -128, -1}, 4);
    assertThat(tensor.scalar_type().intern()).isEqualTo(ScalarType.Byte);
    assertThat(TensorData.longs(tensor)).containsExactly(0, 127, 128, 255);
  }

  @Test
  void other_types_are_converted() {
    Tensor values = TensorData.of(new float[] {0, 1, -2.5f}, 3);
    assertThat(TensorData.doubles(values.to(ScalarType.BFloat16))).containsExactly(0, 1, -2.5);
    assertThat(TensorData.longs(values)).containsExactly(0, 1, -2);
    assertThat(TensorData.floats(values.to(ScalarType.Bool))).containsExactly(0, 1, 1);
  }

  @Test
  void values_of_views_come_in_the_order_of_the_view() {
    Tensor matrix = TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    assertThat(TensorData.floats(matrix.t())).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(TensorData.floats(matrix.select(1, 1))).containsExactly(2, 5);
  }

  @Test
  void values_of_what_has_a_gradient_can_be_read() {
    Tensor weight = TensorData.of(new float[] {2}, 1).set_requires_grad(true);
    assertThat(TensorData.floats(weight.mul(weight))).containsExactly(4);
  }

  @Test
  void single_numbers_have_no_axes_and_empty_tensors_no_values() {
    assertThat(TensorData.of(new long[] {5}).shape()).isEmpty();
    assertThat(TensorData.longs(TensorData.of(new long[] {5}))).containsExactly(5);
    Tensor empty = TensorData.of(new float[0], 0, 4);
    assertThat(empty.shape()).containsExactly(0, 4);
    assertThat(TensorData.floats(empty)).isEmpty();
    assertThat(TensorData.memory(empty)).isEqualTo(MemorySegment.NULL);
  }

  @Test
  void a_count_unlike_the_shape_is_refused() {
    assertThatThrownBy(() -> TensorData.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected 6 values for the shape, but got 5");
  }

  @Test
  void memory_is_the_tensors_own() {
    Tensor tensor = TensorData.of(new float[] {1, 2}, 2);
    TensorData.memory(tensor).setAtIndex(ValueLayout.JAVA_FLOAT, 1, 7);
    assertThat(TensorData.floats(tensor)).containsExactly(1, 7);
    assertThatThrownBy(() -> TensorData.memory(torch.ones(2, 3).t()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected a contiguous tensor");
  }

  @Test
  void values_of_a_copy_do_not_change_with_the_array() {
    float[] values = {1, 2};
    Tensor tensor = TensorData.of(values, 2);
    values[0] = 9;
    assertThat(TensorData.floats(tensor)).containsExactly(1, 2);
  }
}
