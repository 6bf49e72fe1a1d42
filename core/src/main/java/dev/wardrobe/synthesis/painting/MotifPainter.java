package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** Paints printed emblems on a layer's canvas: only colours change, the cloth stays. */
final class MotifPainter {
  /** Emblems of fewer pixels than this are not seen. */
  private static final double LEAST_PIXELS = 2;

  private MotifPainter() {}

  static void paint(Detail.Motif motif, LayerCanvas canvas) {
    if (!(motif.size() * motif.anchor().unit() > LEAST_PIXELS)) {
      return;
    }
    for (MotifShapes.Part part : MotifShapes.of(motif.seed(), motif.first(), motif.second())) {
      fill(placed(part.polygon(), motif.anchor(), motif.size()), part.rgb(), canvas);
    }
  }

  private static double[] placed(double[] polygon, Anchor anchor, double size) {
    double[] there = new double[polygon.length];
    for (int i = 0; i < polygon.length; i += 2) {
      Point at =
          anchor
              .origin()
              .plus(anchor.right().times(polygon[i] * size))
              .plus(anchor.down().times(polygon[i + 1] * size));
      there[i] = at.x();
      there[i + 1] = at.y();
    }
    return there;
  }

  private static void fill(double[] polygon, int rgb, LayerCanvas canvas) {
    Frame box = Frame.around(List.of(polygon)).within(canvas.frame());
    if (box.isEmpty()) {
      return;
    }
    float[] cover = LayerRaster.coverage(List.of(polygon), box);
    for (int y = 0; y < box.height(); y++) {
      int to = canvas.frame().index(box.left(), box.top() + y);
      for (int x = 0; x < box.width(); x++) {
        float share = cover[y * box.width() + x];
        if (share > 0) {
          canvas.rgb()[to + x] = Tone.mix(canvas.rgb()[to + x], rgb, share);
        }
      }
    }
  }
}
