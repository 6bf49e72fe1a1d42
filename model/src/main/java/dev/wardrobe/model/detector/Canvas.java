package dev.wardrobe.model.detector;

import dev.wardrobe.model.data.Pixels;
import dev.wardrobe.model.detector.DetectorFile.Colours;
import dev.wardrobe.model.detector.DetectorFile.Resize;
import dev.wardrobe.structures.ImageSize;
import java.util.Arrays;

/** Where a photo lies in a detector's input, and the numbers of that. */
final class Canvas {
  private final DetectorFile.Input input;

  Canvas(DetectorFile.Input input) {
    this.input = input;
  }

  /** The size that a photo is brought to. */
  ImageSize size(ImageSize photo) {
    if (input.resize() == Resize.STRETCH) {
      return new ImageSize(input.width(), input.height());
    }
    double scale =
        Math.min((double) input.width() / photo.width(), (double) input.height() / photo.height());
    return new ImageSize(
        Math.max(1, (int) Math.round(scale * photo.width())),
        Math.max(1, (int) Math.round(scale * photo.height())));
  }

  /** Columns of the border on the left; of an odd number the smaller half. */
  int left(int width) {
    return (input.width() - width) / 2;
  }

  /** Rows of the border at the top. */
  int top(int height) {
    return (input.height() - height) / 2;
  }

  /** The three planes. */
  float[] planes(Pixels pixels) {
    int plane = input.width() * input.height();
    float[] planes = new float[3 * plane];
    for (int i = 0; i < 3; i++) {
      int channel = input.colours() == Colours.RGB ? i : 2 - i;
      float[] table = table(i);
      Arrays.fill(planes, i * plane, (i + 1) * plane, table[input.border()]);
      for (int row = 0; row < pixels.height(); row++) {
        int to = i * plane + (row + top(pixels.height())) * input.width() + left(pixels.width());
        for (int column = 0; column < pixels.width(); column++) {
          planes[to + column] = table[pixels.at(column, row, channel)];
        }
      }
    }
    return planes;
  }

  /** The number of each pixel of a plane. */
  private float[] table(int plane) {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] =
          (float) ((i / input.divisor() - input.mean().get(plane)) / input.deviation().get(plane));
    }
    return table;
  }
}
