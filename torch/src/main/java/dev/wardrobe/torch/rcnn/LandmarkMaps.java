package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The last transposed convolution of the landmark head, with a kernel of 2 and a stride of 2, one
 * output channel for each of the 294 landmarks. Parameter: {@code weight} of input channels,
 * landmarks, 2, 2. There is no bias: a softmax over a map's cells would not see it.
 *
 * <p>Only the channels of one category are computed: the same numbers as computing all and
 * choosing. As every cell of the output comes from one cell of the input, they are one matrix
 * product, and come in this order: input rows, input columns, and of each of these cells the four
 * that it becomes, row by row. The loss does not need another order.
 */
final class LandmarkMaps extends Layer {
  private static final int KERNEL = 2;

  private final Tensor weight;

  /** Maps with fresh weights. */
  LandmarkMaps(int channels, Initial initial) {
    weight = parameter("weight", channels, LandmarkSchema.TOTAL, KERNEL, KERNEL);
    initial.weight(weight);
  }

  /**
   * Heat maps of regions of one category as logits: regions times landmarks of the category, cells
   * in the order above.
   *
   * @param x regions, channels, rows, columns
   */
  Tensor forward(Tensor x, LandmarkSchema schema) {
    long channels = weight.size(0);
    Tensor some =
        weight.narrow(1, schema.offset(), schema.count()).permute(2, 3, 1, 0).reshape(-1, channels);
    Tensor cells = x.permute(0, 2, 3, 1).reshape(-1, channels);
    Tensor logits = torch.linear(cells, some, new TensorOptional());
    // A softmax over cells that are not neighbours would take several times as long.
    return Tensors.wide(logits)
        .view(x.size(0), -1, schema.count())
        .transpose(1, 2)
        .reshape(x.size(0) * schema.count(), -1);
  }

  /**
   * Where a cell is in that order.
   *
   * @param cell row times size plus column
   * @param size side of a heat map
   */
  static int place(int cell, int size) {
    int row = cell / size;
    int column = cell % size;
    int from = row / KERNEL * (size / KERNEL) + column / KERNEL;
    return (from * KERNEL + row % KERNEL) * KERNEL + column % KERNEL;
  }

  /**
   * The maps of one region as landmarks, rows, columns.
   *
   * @param logits of all regions, as {@link #forward} gives them
   */
  static float[] inRows(float[] logits, int region, int landmarks, int size) {
    int cells = size * size;
    float[] maps = new float[landmarks * cells];
    for (int i = 0; i < maps.length; i++) {
      int map = region * landmarks + i / cells;
      maps[i] = logits[map * cells + place(i % cells, size)];
    }
    return maps;
  }
}
