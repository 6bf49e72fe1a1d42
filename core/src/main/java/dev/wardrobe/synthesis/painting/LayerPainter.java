package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;

/** Paints one layer: its colours, what is on it, the light, and its edge. */
final class LayerPainter {
  /** How broad the line around a layer is, in units; about a pixel in a small photo. */
  private static final double OUTLINE = .0034;

  /** Where less is painted, the background would show through an edge that fades. */
  private static final float OPAQUE = .98f;

  private final Layer layer;
  private final Lie lie;
  private final Relief relief;
  private final LayerCanvas canvas;
  private final Photo photo;
  private final Surface surface;

  private LayerPainter(
      Layer layer, Lie lie, Relief relief, LayerCanvas canvas, Photo photo, Surface surface) {
    this.layer = layer;
    this.lie = lie;
    this.relief = relief;
    this.canvas = canvas;
    this.photo = photo;
    this.surface = surface;
  }

  /** Paints a layer and its shadow; what is outside the photo is cut off. */
  static void paint(Layer layer, Photo photo) {
    Lie lie = Lie.of(layer.anchor());
    Frame bounds = Frame.around(layer.polygons());
    int reach = (int) Math.ceil(ContactShadow.REACH * lie.unit()) + 2;
    if (bounds.isEmpty() || bounds.grown(reach).within(photo.frame()).isEmpty()) {
      return;
    }
    Relief relief = Relief.of(layer, lie);
    int margin = (int) Math.ceil(OUTLINE * lie.unit()) + 2;
    Frame frame = bounds.grown(margin).within(photo.frame().grown(margin));
    if (frame.isEmpty()) {
      return;
    }
    LayerCanvas canvas = LayerCanvas.of(frame, LayerRaster.coverage(layer.polygons(), frame));
    ContactShadow.paint(relief, lie, bounds, canvas, photo);
    new LayerPainter(layer, lie, relief, canvas, photo, Surface.of(layer.material(), lie.unit()))
        .paint();
  }

  private void paint() {
    fill();
    DetailPainter details = new DetailPainter(canvas, layer.material(), lie.unit());
    for (Detail detail : layer.details()) {
      details.paint(detail);
    }
    outline();
    blend();
  }

  private void fill() {
    Frame frame = canvas.frame();
    boolean followsShape = layer.material() instanceof Material.Hair;
    for (int row = 0; row < frame.height(); row++) {
      double y = frame.top() + row + .5;
      for (int column = 0; column < frame.width(); column++) {
        int i = row * frame.width() + column;
        if (canvas.cover()[i] > 0) {
          double x = frame.left() + column + .5;
          double u = lie.u(x, y);
          double v = lie.v(x, y);
          float tilt = followsShape ? relief.grid().at(relief.tilt(), u, v) : 0;
          canvas.rgb()[i] = surface.pattern().rgb((float) u, (float) v);
          canvas.grain()[i] = surface.weave().grain((float) u, (float) v, tilt);
        }
      }
    }
  }

  /** A thin line along the edge, on its inside. */
  private void outline() {
    Frame frame = canvas.frame();
    float[] soft = canvas.cover().clone();
    float radius = (float) Math.max(.6, OUTLINE * lie.unit());
    BoxBlur.once(soft, frame.width(), frame.height(), radius);
    float strength = Look.of(layer.material()).outline();
    for (int i = 0; i < soft.length; i++) {
      if (canvas.cover()[i] > 0) {
        float near = Noise.clamp((1 - soft[i]) * 2);
        if (near > 0) {
          float line = strength * near * separate(i % frame.width(), i / frame.width());
          canvas.ink()[i] = Math.max(canvas.ink()[i], line);
        }
      }
    }
  }

  /** How much of the line is seen at a place of the canvas: less where layers grow together. */
  private float separate(int column, int row) {
    int x = canvas.frame().left() + column;
    int y = canvas.frame().top() + row;
    Frame all = photo.frame();
    boolean inside = x >= 0 && y >= 0 && x < all.width() && y < all.height();
    if (!inside || !photo.shows(relief.kind(), all.index(x, y))) {
      return 1;
    }
    return relief.edge(lie, x + .5, y + .5);
  }

  private void blend() {
    Frame frame = canvas.frame();
    Frame visible = frame.within(photo.frame());
    boolean warm = relief.kind() == Kind.SKIN;
    Grid grid = relief.grid();
    for (int y = visible.top(); y < visible.top() + visible.height(); y++) {
      for (int x = visible.left(); x < visible.left() + visible.width(); x++) {
        int i = frame.index(x, y);
        if (canvas.cover()[i] > 0) {
          double u = lie.u(x + .5, y + .5);
          double v = lie.v(x + .5, y + .5);
          float light = (grid.at(relief.light(), u, v) + canvas.grain()[i]) * (float) layer.light();
          float gloss = relief.glossAt(u, v) * (1 + 2 * canvas.grain()[i]);
          int lit = Light.on(canvas.rgb()[i], light, gloss, canvas.ink()[i], warm);
          int at = photo.frame().index(x, y);
          photo.put(at, lit, warm ? grown(x, y, i, at) : canvas.cover()[i], relief.kind());
        }
      }
    }
  }

  /** How much of a pixel skin covers: on skin its edges may fade. */
  private float grown(int x, int y, int i, int at) {
    float cover = canvas.cover()[i];
    if (!photo.shows(Kind.SKIN, at) || photo.painted()[at] < OPAQUE) {
      return cover;
    }
    float fading = Noise.ramp(.5f, .95f, relief.softAt(lie, x + .5, y + .5));
    return cover * Noise.mix(fading, 1, relief.edge(lie, x + .5, y + .5));
  }
}
