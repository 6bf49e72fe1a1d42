package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.synthesis.annotation.SceneAnnotator;
import dev.wardrobe.synthesis.painting.ScenePainter;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Scene;
import dev.wardrobe.synthesis.scene.Warp;
import dev.wardrobe.synthesis.scene.Worn;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is annotated is what is drawn, and a mirror changes neither. */
class SceneGeometryTest {
  private static final int PHOTOS = 60;
  private static final PhotoGenerator GENERATOR =
      new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, PHOTOS, 77).withSides(240, 320));

  private static Path2D path(List<double[]> polygons) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (double[] polygon : polygons) {
      Path2D.Double one = new Path2D.Double(Path2D.WIND_NON_ZERO);
      one.moveTo(polygon[0], polygon[1]);
      for (int i = 2; i < polygon.length; i += 2) {
        one.lineTo(polygon[i], polygon[i + 1]);
      }
      one.closePath();
      path.append(one, false);
    }
    return path;
  }

  private static boolean covers(List<Path2D> polygons, double x, double y) {
    return polygons.stream().anyMatch(polygon -> polygon.contains(x, y));
  }

  private static List<Path2D> paths(List<double[]> polygons) {
    return polygons.stream().map(List::of).map(SceneGeometryTest::path).toList();
  }

  private static List<Path2D> mask(Item item) {
    List<Coordinates> parts = ((PolygonMask) item.mask()).parts();
    return paths(parts.stream().map(Coordinates::toArray).toList());
  }

  @Test
  void masks_are_where_a_garment_is_before_everything_else() {
    long seen = 0;
    long wrong = 0;
    for (int id = 1; id <= PHOTOS; id++) {
      Composition composition = GENERATOR.composition(id);
      Scene scene = composition.scene();
      List<List<Path2D>> layers =
          scene.layers().stream().map(layer -> paths(layer.polygons())).toList();
      for (Item item : composition.photo().items()) {
        int garment = garment(scene, item.category());
        List<Path2D> mask = mask(item);
        for (double y = 1.37; y < scene.size().height() - 1; y += 3) {
          for (double x = 1.37; x < scene.size().width() - 1; x += 3) {
            boolean first = before(scene, layers, x, y) == garment;
            seen += first ? 1 : 0;
            wrong += first != covers(mask, x, y) ? 1 : 0;
          }
        }
      }
    }
    // Corners are rounded to whole pixels: points near an edge may fall to its other side.
    assertThat(seen).isGreaterThan(50_000);
    assertThat(wrong / (double) seen).isLessThan(.02);
  }

  /** The garment whose layer is before all others at a place. */
  private static int before(Scene scene, List<List<Path2D>> layers, double x, double y) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (covers(layers.get(i), x, y)) {
        return scene.layers().get(i).item();
      }
    }
    return Layer.NO_ITEM;
  }

  private static int garment(Scene scene, Category category) {
    return IntStream.range(0, scene.garments().size())
        .filter(i -> scene.garments().get(i).category() == category)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void flip_of_a_photo_is_the_flip_of_its_annotation() {
    int labelled = 0;
    int same = 0;
    for (int id = 1; id <= PHOTOS; id++) {
      Scene scene = GENERATOR.composition(id).scene();
      double last = scene.size().width() - 1.0;
      SceneAnnotator plain = new SceneAnnotator(scene, 2);
      SceneAnnotator flipped =
          new SceneAnnotator(mirrored(scene, p -> new Point(last - p.x(), p.y())), 2);
      for (int garment = 0; garment < scene.garments().size(); garment++) {
        Optional<Item> item = plain.item(garment, 1);
        Optional<Item> other = flipped.item(garment, 1);
        assertThat(other.isPresent()).isEqualTo(item.isPresent());
        if (item.isEmpty()) {
          continue;
        }
        assertThat(other.orElseThrow().box().x1())
            .isCloseTo(last - item.get().box().x2(), within(1.));
        assertThat(other.orElseThrow().box().x2())
            .isCloseTo(last - item.get().box().x1(), within(1.));
        Landmarks points = item.get().landmarks();
        Landmarks mirrored = other.orElseThrow().landmarks();
        for (int i = 0; i < points.count(); i++) {
          int partner = item.get().category().landmarks().flipPartner(i);
          if (points.visibility(i) != Landmarks.NOT_LABELLED) {
            labelled++;
            boolean equal =
                mirrored.visibility(partner) == points.visibility(i)
                    && Math.abs(mirrored.x(partner) - (last - points.x(i))) < .021
                    && Math.abs(mirrored.y(partner) - points.y(i)) < .021;
            same += equal ? 1 : 0;
          }
        }
      }
    }
    assertThat(labelled).isGreaterThan(1000);
    assertThat(same / (double) labelled).isGreaterThan(.998);
  }

  @Test
  void flip_of_the_pixels_is_the_drawing_of_the_flipped_scene_but_for_the_light() {
    double sum = 0;
    for (int id = 1; id <= 12; id++) {
      Scene scene = GENERATOR.composition(id).scene();
      int width = scene.size().width();
      BufferedImage plain = drawn(scene);
      BufferedImage flipped = drawn(mirrored(scene, p -> new Point(width - p.x(), p.y())));
      double difference = 0;
      for (int y = 0; y < scene.size().height(); y++) {
        for (int x = 0; x < width; x++) {
          int one = plain.getRGB(x, y) >> 8 & 255;
          difference += Math.abs(one - (flipped.getRGB(width - 1 - x, y) >> 8 & 255));
        }
      }
      // Shining cloth near the camera differs most: the light stays at the upper left.
      assertThat(difference / scene.size().area()).isLessThan(20);
      sum += difference / scene.size().area();
    }
    assertThat(sum / 12).isLessThan(8);
  }

  private static BufferedImage drawn(Scene scene) {
    BufferedImage image =
        new BufferedImage(scene.size().width(), scene.size().height(), BufferedImage.TYPE_INT_RGB);
    ScenePainter.paint(scene, image);
    return image;
  }

  /** The scene in a mirror: what was left_... is right_... now. */
  private static Scene mirrored(Scene scene, Warp mirror) {
    List<Worn> garments = new ArrayList<>();
    for (Worn worn : scene.garments()) {
      int count = worn.x().length;
      double[] x = new double[count];
      double[] y = new double[count];
      int[] layer = new int[count];
      for (int i = 0; i < count; i++) {
        int partner = worn.category().landmarks().flipPartner(i);
        Point at = mirror.apply(new Point(worn.x()[i], worn.y()[i]));
        x[partner] = at.x();
        y[partner] = at.y();
        layer[partner] = worn.layer()[i];
      }
      garments.add(new Worn(worn.category(), worn.style(), x, y, layer));
    }
    List<Layer> layers = scene.layers().stream().map(layer -> layer.moved(mirror)).toList();
    return new Scene(scene.size(), scene.viewpoint(), layers, garments);
  }
}
