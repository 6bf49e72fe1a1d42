package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import java.util.List;

/**
 * Paints pockets, buttons and the like on a layer's canvas; the layer's light falls on them too.
 */
final class PatchPainter {
  /** In units of the patch: the line around it, its shadow, and how far that is moved. */
  private static final double OUTLINE = .003;

  private static final double SHADOW = .004;
  private static final float SHADOW_DARK = .42f;
  private static final float BEVEL = .22f;

  private final Detail.Patch patch;
  private final LayerCanvas canvas;
  private final Lie lie;
  private final Frame box;
  private final float[] cover;

  private PatchPainter(Detail.Patch patch, LayerCanvas canvas, Lie lie, Frame box) {
    this.patch = patch;
    this.canvas = canvas;
    this.lie = lie;
    this.box = box;
    cover = LayerRaster.coverage(List.of(patch.polygon()), box);
  }

  static void paint(Detail.Patch patch, LayerCanvas canvas) {
    Lie lie = Lie.of(patch.anchor());
    Frame bounds = Frame.around(List.of(patch.polygon()));
    int margin = (int) Math.ceil(3 * SHADOW * lie.unit()) + 2;
    Frame box = bounds.grown(margin).within(canvas.frame());
    if (bounds.isEmpty() || box.isEmpty()) {
      return;
    }
    PatchPainter painter = new PatchPainter(patch, canvas, lie, box);
    if (patch.outlined()) {
      painter.shadow();
    }
    painter.fill(painter.shine(bounds));
    if (patch.outlined()) {
      painter.edge();
    }
  }

  private void shadow() {
    float[] soft = cover.clone();
    float radius = (float) Math.max(.6, SHADOW * lie.unit());
    BoxBlur.once(soft, box.width(), box.height(), radius);
    int moved = Math.max(1, Math.round(radius));
    int movedRight = (moved + 1) / 2;
    for (int y = moved; y < box.height(); y++) {
      int to = canvas.frame().index(box.left(), box.top() + y);
      for (int x = movedRight; x < box.width(); x++) {
        float dark = SHADOW_DARK * soft[(y - moved) * box.width() + x - movedRight];
        canvas.ink()[to + x] = Math.max(canvas.ink()[to + x], dark);
      }
    }
  }

  private interface Shine {
    float at(double x, double y);
  }

  /** The small highlight of buttons and buckles, from the upper left. */
  private Shine shine(Frame bounds) {
    float strength =
        patch.material() instanceof Material.Plain plain
            ? switch (plain.finish()) {
              case GLOSSY -> .55f;
              case METAL -> .7f;
              case LEATHER -> .15f;
              case MATTE, WOOD -> 0;
            }
            : 0;
    if (strength == 0) {
      return (x, y) -> 0;
    }
    double middleX = bounds.left() + .36 * bounds.width();
    double middleY = bounds.top() + .32 * bounds.height();
    double scaleX = 2.6 / bounds.width();
    double scaleY = 2.6 / bounds.height();
    return (x, y) -> {
      double offX = (x - middleX) * scaleX;
      double offY = (y - middleY) * scaleY;
      return strength * Noise.bump((float) Math.sqrt(offX * offX + offY * offY));
    };
  }

  private void fill(Shine shine) {
    Surface surface = Surface.of(patch.material(), lie.unit());
    for (int row = 0; row < box.height(); row++) {
      double y = box.top() + row + .5;
      int to = canvas.frame().index(box.left(), box.top() + row);
      for (int column = 0; column < box.width(); column++) {
        float share = cover[row * box.width() + column];
        int i = to + column;
        if (share > 0 && canvas.cover()[i] > 0) {
          double x = box.left() + column + .5;
          float u = (float) lie.u(x, y);
          float v = (float) lie.v(x, y);
          int rgb = Tone.times(surface.pattern().rgb(u, v), (float) patch.light());
          rgb = Tone.mix(rgb, 0xFFFFFF, shine.at(x, y));
          canvas.rgb()[i] = Tone.mix(canvas.rgb()[i], rgb, share);
          float grain = surface.weave().grain(u, v, 0);
          canvas.grain()[i] = Noise.mix(canvas.grain()[i], grain, share);
          canvas.ink()[i] *= 1 - share;
        }
      }
    }
  }

  /** A thin line on the inside of the edge, and light on the edge that faces it. */
  private void edge() {
    float[] soft = cover.clone();
    int width = box.width();
    BoxBlur.once(soft, width, box.height(), (float) Math.max(.6, OUTLINE * lie.unit()));
    float strength = Look.of(patch.material()).outline();
    for (int y = 1; y < box.height() - 1; y++) {
      int to = canvas.frame().index(box.left(), box.top() + y);
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        if (cover[i] > 0) {
          float near = strength * cover[i] * Noise.clamp((1 - soft[i]) * 2);
          canvas.ink()[to + x] = Math.max(canvas.ink()[to + x], near);
          float facing = soft[i + width + 1] - soft[i - width - 1];
          canvas.grain()[to + x] += BEVEL * cover[i] * facing;
        }
      }
    }
  }
}
