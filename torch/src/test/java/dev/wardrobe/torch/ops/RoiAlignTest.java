package dev.wardrobe.torch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.Golden;
import dev.wardrobe.model.ops.RandomBoxes;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoiAlignTest {
  private NativeScope scope;

  @BeforeEach
  void open() {
    NativeLibrary.start(1);
    scope = NativeScope.open();
  }

  @AfterEach
  void close() {
    scope.close();
    NativeLibrary.start(1);
  }

  @ParameterizedTest
  @CsvSource({"224, 7", "56, 7", "28, 14"})
  void reads_a_pyramid_as_torchvision(int canonicalSize, int pool) {
    Golden golden = Golden.of("multi-scale-roi-align");
    List<Tensor> pyramid = new ArrayList<>();
    int[][] sizes = new int[4][];
    for (int i = 0; i < 4; i++) {
      long[] shape = golden.shape("features" + i);
      pyramid.add(TensorData.of(golden.floats("features" + i), shape));
      sizes[i] = new int[] {(int) shape[2], (int) shape[3]};
    }
    float[] boxes = join(golden.floats("boxes0"), golden.floats("boxes1"));
    int[] images = new int[boxes.length / 4];
    for (int i = 10; i < images.length; i++) {
      images[i] = 1;
    }
    String name = "scale%d_level4_output%d".formatted(canonicalSize, pool);
    PyramidRows rows = new PyramidRows(sizes);
    int[] levels = new int[images.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = rows.levelOf(boxes, i, canonicalSize);
    }
    assertThat(levels).isEqualTo(golden.ints(name + ".levels"));
    Tensor pooled = RoiAlign.pool(pyramid, boxes, images, canonicalSize, pool);
    assertThat(pooled.shape()).isEqualTo(golden.shape(name + ".pooled"));
    assertThat(TensorData.floats(pooled))
        .containsExactly(golden.floats(name + ".pooled"), within(2e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 14})
  void regions_over_the_edge_and_gradients_as_torchvision(int pool) {
    Golden golden = Golden.of("roi-align");
    String name = "output%d_ratio2_legacy".formatted(pool);
    Tensor features = TensorData.of(golden.floats("features"), golden.shape("features"));
    features.set_requires_grad(true);
    float[] rois = golden.floats("rois");
    float[] boxes = new float[rois.length / 5 * 4];
    int[] images = new int[rois.length / 5];
    for (int i = 0; i < images.length; i++) {
      images[i] = (int) rois[5 * i];
      System.arraycopy(rois, 5 * i + 1, boxes, 4 * i, 4);
    }
    Tensor pooled = RoiAlign.pool(List.of(features), boxes, images, 224, pool);
    assertThat(TensorData.floats(pooled))
        .containsExactly(golden.floats(name + ".pooled"), within(2e-6f));
    pooled.mul(TensorData.of(golden.floats(name + ".direction"), pooled.shape())).sum().backward();
    assertThat(TensorData.floats(features.grad()))
        .containsExactly(golden.floats(name + ".gradient"), within(1e-5f));
  }

  @Test
  void gradients_are_those_of_finite_differences() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] values = new double[4][];
    for (int i = 0; i < 4; i++) {
      values[i] = random.doubles(2L * 2 * (8 >> i) * (8 >> i), -1, 1).toArray();
    }
    float[] boxes = RandomBoxes.of(12, 32, random);
    int[] images = random.ints(12, 0, 2).toArray();
    double[] direction = random.doubles(12L * 2 * 3 * 3, -1, 1).toArray();
    List<Tensor> pyramid = doubles(values);
    pyramid.forEach(t -> t.set_requires_grad(true));
    along(pyramid, boxes, images, direction).backward();
    for (int level = 0; level < 4; level++) {
      double[] gradient = TensorData.doubles(pyramid.get(level).grad());
      for (int i = 0; i < values[level].length; i++) {
        double before = values[level][i];
        values[level][i] = before + .5;
        double above = along(doubles(values), boxes, images, direction).item_double();
        values[level][i] = before - .5;
        double below = along(doubles(values), boxes, images, direction).item_double();
        values[level][i] = before;
        assertThat(gradient[i]).isCloseTo(above - below, within(1e-9));
      }
    }
  }

  @Test
  void two_threads_give_the_same_bits_as_one() {
    SplittableRandom random = new SplittableRandom(2);
    float[] boxes = RandomBoxes.of(64, 128, random);
    int[] images = random.ints(64, 0, 2).toArray();
    List<float[]> one = forwardAndBackward(boxes, images);
    NativeLibrary.start(2);
    for (int round = 0; round < 3; round++) {
      List<float[]> two = forwardAndBackward(boxes, images);
      for (int i = 0; i < one.size(); i++) {
        assertThat(two.get(i)).isEqualTo(one.get(i));
      }
    }
  }

  @Test
  void no_region_gives_an_empty_tensor() {
    Tensor pooled =
        RoiAlign.pool(pyramid(MemoryFormat.Contiguous), new float[0], new int[0], 56, 7);
    assertThat(pooled.shape()).containsExactly(0, 8, 7, 7);
  }

  @Test
  void regions_come_back_in_their_order() {
    SplittableRandom random = new SplittableRandom(3);
    float[] boxes = RandomBoxes.of(10, 128, random);
    int[] images = random.ints(10, 0, 2).toArray();
    List<Tensor> pyramid = pyramid(MemoryFormat.Contiguous);
    Tensor all = RoiAlign.pool(pyramid, boxes, images, 56, 7);
    for (int i = 0; i < 10; i++) {
      float[] box = BoxArrays.select(boxes, new int[] {i});
      Tensor alone = RoiAlign.pool(pyramid, box, new int[] {images[i]}, 56, 7);
      assertThat(TensorData.floats(alone)).isEqualTo(TensorData.floats(all.narrow(0, i, 1)));
    }
  }

  @Test
  void channels_may_lie_last_and_do_so_in_the_result() {
    float[] boxes = RandomBoxes.of(10, 128, new SplittableRandom(4));
    Tensor first = RoiAlign.pool(pyramid(MemoryFormat.Contiguous), boxes, new int[10], 56, 7);
    Tensor last = RoiAlign.pool(pyramid(MemoryFormat.ChannelsLast), boxes, new int[10], 56, 7);
    assertThat(first.is_contiguous()).isTrue();
    assertThat(last.is_contiguous(MemoryFormat.ChannelsLast)).isTrue();
    assertThat(TensorData.floats(last)).isEqualTo(TensorData.floats(first));
  }

  @Test
  void sixteen_bits_are_computed_with_in_thirty_two() {
    float[] boxes = RandomBoxes.of(10, 128, new SplittableRandom(5));
    List<Tensor> short16 = new ArrayList<>();
    List<Tensor> rounded = new ArrayList<>();
    for (Tensor level : pyramid(MemoryFormat.Contiguous)) {
      short16.add(level.to(ScalarType.BFloat16));
      rounded.add(short16.getLast().to(ScalarType.Float));
    }
    Tensor expected = RoiAlign.pool(rounded, boxes, new int[10], 56, 7);
    torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
    torch.set_autocast_enabled(DeviceType.CPU, true);
    try {
      Tensor pooled = RoiAlign.pool(short16, boxes, new int[10], 56, 7);
      assertThat(pooled.scalar_type().intern()).isEqualTo(ScalarType.Float);
      assertThat(TensorData.floats(pooled)).isEqualTo(TensorData.floats(expected));
    } finally {
      torch.set_autocast_enabled(DeviceType.CPU, false);
      torch.clear_cache();
    }
  }

  @Test
  void an_image_too_few_is_refused() {
    List<Tensor> pyramid = pyramid(MemoryFormat.Contiguous);
    assertThatThrownBy(() -> RoiAlign.pool(pyramid, new float[8], new int[1], 56, 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What the regions hold, and the gradient of each level. */
  private static List<float[]> forwardAndBackward(float[] boxes, int[] images) {
    List<Tensor> pyramid = pyramid(MemoryFormat.Contiguous);
    pyramid.forEach(t -> t.set_requires_grad(true));
    Tensor pooled = RoiAlign.pool(pyramid, boxes, images, 56, 7);
    pooled.mul(pooled).sum().backward();
    List<float[]> results = new ArrayList<>();
    results.add(TensorData.floats(pooled));
    pyramid.forEach(t -> results.add(TensorData.floats(t.grad())));
    return results;
  }

  /** Two images of 128 x 128 with 8 channels. */
  private static List<Tensor> pyramid(MemoryFormat format) {
    SplittableRandom random = new SplittableRandom(6);
    List<Tensor> pyramid = new ArrayList<>();
    for (int side = 32; side >= 4; side /= 2) {
      double[] values = random.doubles(2L * 8 * side * side, -1, 1).toArray();
      Tensor level = TensorData.of(values, 2, 8, side, side).to(ScalarType.Float);
      pyramid.add(level.contiguous(format));
    }
    return pyramid;
  }

  private static Tensor along(
      List<Tensor> pyramid, float[] boxes, int[] images, double[] direction) {
    Tensor pooled = RoiAlign.pool(pyramid, boxes, images, 12, 3);
    return pooled.mul(TensorData.of(direction, pooled.shape())).sum();
  }

  private static List<Tensor> doubles(double[][] values) {
    List<Tensor> pyramid = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      pyramid.add(TensorData.of(values[i], 2, 2, 8 >> i, 8 >> i));
    }
    return pyramid;
  }

  private static float[] join(float[] first, float[] second) {
    float[] all = new float[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
