package dev.wardrobe.synthesis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What the tests of figures ask of pieces. */
final class Figures {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static final List<View> VIEWS = List.of(View.values());
  private static final List<Prop> PROPS = List.of(Prop.values());

  private Figures() {}

  static View view(int index) {
    return VIEWS.get(index % VIEWS.size());
  }

  static Prop prop(int index) {
    return PROPS.get(index % PROPS.size());
  }

  static Polygon polygon(double[] corners) {
    Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = new Coordinate(corners[2 * i], corners[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0];
    return GEOMETRY.createPolygon(ring);
  }

  static Geometry union(Layer layer) {
    Geometry union = GEOMETRY.createPolygon();
    for (double[] polygon : layer.polygons()) {
      union = union.union(polygon(polygon));
    }
    return union;
  }

  static Geometry union(List<Piece> pieces, Slot slot) {
    Geometry union = GEOMETRY.createPolygon();
    for (Piece piece : pieces) {
      if (piece.slot() == slot) {
        union = union.union(union(piece.layer()));
      }
    }
    return union;
  }

  static Geometry at(Point point) {
    return GEOMETRY.createPoint(new Coordinate(point.x(), point.y()));
  }

  static void assertDrawable(List<Piece> pieces, String what) {
    for (Piece piece : pieces) {
      assertThat(piece.layer().item()).as(what).isEqualTo(Layer.NO_ITEM);
      assertThat(piece.marks()).as(what).isEmpty();
      assertThat(piece.layer().polygons()).as(what).isNotEmpty();
      for (double[] polygon : piece.layer().polygons()) {
        assertThat(Arrays.stream(polygon).allMatch(Double::isFinite)).as(what).isTrue();
        Polygon shape = polygon(polygon);
        assertThat(shape.isValid()).as("%s: %s simple", what, piece.slot()).isTrue();
        assertThat(shape.getArea()).as(what).isPositive();
      }
    }
  }

  /** Everything of pieces as text: equal text, equal pieces. */
  static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      Layer layer = piece.layer();
      text.append(piece.slot()).append(piece.rank()).append(layer.material());
      layer.polygons().forEach(polygon -> text.append(Arrays.toString(polygon)));
      text.append(layer.details().size()).append('\n');
    }
    return text.toString();
  }

  /** Seeds of as many cases as a random test looks at. */
  static Stream<Dice> dice(long seed, int count) {
    return Stream.iterate(0, i -> i < count, i -> i + 1).map(i -> new Dice(seed, i));
  }
}
