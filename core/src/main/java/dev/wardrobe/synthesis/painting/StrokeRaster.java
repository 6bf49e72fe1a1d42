package dev.wardrobe.synthesis.painting;

import java.util.Arrays;
import java.util.List;

/**
 * A line of some width on a canvas.
 *
 * @param box the pixels it may touch
 * @param alpha how much of each pixel it covers
 * @param passed how far along the line each pixel is, in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
record StrokeRaster(Frame box, float[] alpha, float[] passed) {
  /** Lines of this width or less, in pixels, are not seen. */
  private static final float UNSEEN = .15f;

  /** Lines of this width or more are as dark as they should; narrower ones fade. */
  private static final float CLEAR = .4f;

  static StrokeRaster of(double[] line, double width, Frame frame) {
    float half = (float) Math.max(1, width) / 2;
    // What is narrower than a pixel is painted a pixel wide, and paler.
    float strength = (float) Math.min(1, width) * Noise.ramp(UNSEEN, CLEAR, (float) width);
    Frame box = around(line, half).within(frame);
    if (box.isEmpty() || !(strength > 0) || line.length < 4) {
      return new StrokeRaster(new Frame(0, 0, 0, 0), new float[0], new float[0]);
    }
    StrokeRaster raster = new StrokeRaster(box, new float[box.area()], new float[box.area()]);
    double sum = 0;
    for (int i = 2; i + 1 < line.length; i += 2) {
      sum += raster.segment(line, i, half, strength, sum);
    }
    return raster;
  }

  private static Frame around(double[] places, float half) {
    return Frame.around(List.of(places)).grown((int) Math.ceil(half) + 1);
  }

  /** Adds the part of the line that ends at an index; gives its length. */
  private double segment(double[] line, int end, float half, float strength, double before) {
    double x = line[end - 2];
    double y = line[end - 1];
    double stepX = line[end] - x;
    double stepY = line[end + 1] - y;
    double length = Math.sqrt(stepX * stepX + stepY * stepY);
    if (!(length > 0)) {
      return 0;
    }
    Frame part = around(Arrays.copyOfRange(line, end - 2, end + 2), half).within(box);
    for (int row = part.top(); row < part.top() + part.height(); row++) {
      for (int column = part.left(); column < part.left() + part.width(); column++) {
        double fromX = column + .5 - x;
        double fromY = row + .5 - y;
        double along = (fromX * stepX + fromY * stepY) / length;
        double across = (fromY * stepX - fromX * stepY) / length;
        double over = along < 0 ? -along : Math.max(0, along - length);
        float distance = (float) Math.sqrt(across * across + over * over);
        float share = strength * Noise.clamp(half + .5f - distance);
        int i = box.index(column, row);
        if (share > alpha[i]) {
          alpha[i] = share;
          passed[i] = (float) (before + along);
        }
      }
    }
    return length;
  }

  /** This line in dashes: of each length, in pixels, a share is drawn. Short dashes are even. */
  StrokeRaster dashed(double length, double share) {
    float sharp = Noise.ramp(2, 4, (float) length);
    float blur = (float) (1 / length);
    float[] dashes = alpha.clone();
    for (int i = 0; i < dashes.length; i++) {
      if (dashes[i] > 0) {
        float dash = Pattern.band((float) (passed[i] / length), 0, (float) share / 2, blur);
        dashes[i] *= Noise.mix((float) share, dash, sharp);
      }
    }
    return new StrokeRaster(box, dashes, passed);
  }

  /** Darkens a canvas along the line. */
  void darken(LayerCanvas canvas, float strength) {
    for (int y = 0; y < box.height(); y++) {
      int to = canvas.frame().index(box.left(), box.top() + y);
      for (int x = 0; x < box.width(); x++) {
        float dark = strength * alpha[y * box.width() + x];
        canvas.ink()[to + x] = Math.max(canvas.ink()[to + x], dark);
      }
    }
  }

  /** Colours a canvas along the line, in full light. */
  void colour(LayerCanvas canvas, int rgb) {
    for (int y = 0; y < box.height(); y++) {
      int to = canvas.frame().index(box.left(), box.top() + y);
      for (int x = 0; x < box.width(); x++) {
        float share = alpha[y * box.width() + x];
        if (share > 0) {
          canvas.rgb()[to + x] = Tone.mix(canvas.rgb()[to + x], rgb, share);
          canvas.ink()[to + x] *= 1 - share;
        }
      }
    }
  }
}
