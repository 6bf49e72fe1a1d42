package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;

/** Paints what is on a layer, on its canvas; folds belong to the light, see {@link Relief}. */
final class DetailPainter {
  private static final float SEAM = .4f;
  private static final float STITCHED_SEAM = .22f;

  /** Of stitches, in units. */
  private static final double DASH = .017;

  private static final double DASH_SHARE = .62;
  private static final int DENIM_THREAD = 0xD8A765;

  private final LayerCanvas canvas;
  private final Material material;
  private final double unit;

  /**
   * @param unit how many pixels a unit of the layer's material is long
   */
  DetailPainter(LayerCanvas canvas, Material material, double unit) {
    this.canvas = canvas;
    this.material = material;
    this.unit = unit;
  }

  void paint(Detail detail) {
    switch (detail) {
      case Detail.Fold fold -> {}
      case Detail.Seam seam -> seam(seam);
      case Detail.Patch patch -> PatchPainter.paint(patch, canvas);
      case Detail.Motif motif -> MotifPainter.paint(motif, canvas);
    }
  }

  private void seam(Detail.Seam seam) {
    StrokeRaster line = StrokeRaster.of(seam.line(), seam.width(), canvas.frame());
    line.darken(canvas, seam.stitched() ? STITCHED_SEAM : SEAM);
    if (seam.stitched()) {
      line.dashed(DASH * unit, DASH_SHARE).colour(canvas, thread());
    }
  }

  private int thread() {
    if (material instanceof Material.Fabric fabric && fabric.cloth() == Cloth.DENIM) {
      return Tone.mix(DENIM_THREAD, fabric.rgb(), .15f);
    }
    boolean dark = Tone.brightness(material.rgb()) < .4f;
    return Tone.mix(material.rgb(), dark ? 0xFFFFFF : 0x000000, dark ? .3f : .22f);
  }
}
