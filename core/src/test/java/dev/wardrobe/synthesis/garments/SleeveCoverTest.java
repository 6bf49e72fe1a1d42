package dev.wardrobe.synthesis.garments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Body;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Pose;
import dev.wardrobe.synthesis.figures.Prop;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.figures.View;
import dev.wardrobe.synthesis.figures.Wearer;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class SleeveCoverTest {
  private static final int TRIALS = 150;
  private static final List<Prop> PROPS = List.of(Prop.values());
  private static final List<View> VIEWS = List.of(View.values());

  /** Of the skin that a sleeve has to cover, what may be seen. */
  private static final double BARE = .03;

  /** Of a shoulder, what a wide neckline may show seen from the side. */
  private static final double BARE_SHOULDER = .2;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {
        "SHORT_SLEEVE_TOP",
        "LONG_SLEEVE_TOP",
        "SHORT_SLEEVE_OUTWEAR",
        "LONG_SLEEVE_OUTWEAR",
        "SHORT_SLEEVE_DRESS",
        "LONG_SLEEVE_DRESS"
      })
  void no_skin_is_seen_between_shoulder_and_cuff(Category category) {
    for (int seed = 0; seed < TRIALS; seed++) {
      Dice dice = new Dice(seed, category.id(), 11);
      Wearer wearer = Wearer.of(.5, dice);
      Prop prop = PROPS.get(dice.below(PROPS.size()));
      Pose pose = Pose.holding(prop, VIEWS.get(dice.below(VIEWS.size())), dice);
      Skeleton skeleton = pose.skeleton(wearer.measures());
      GarmentDesign design = GarmentDesign.of(category, 1, new Dice(seed, 1), new Dice(seed, 2));
      List<Piece> clothes = Tailor.pieces(design, skeleton, 0, new Fit(false, seed));
      List<Piece> body = Body.pieces(wearer, pose);
      for (Limb arm : List.of(skeleton.leftArm(), skeleton.rightArm())) {
        Geometry skin = sleeved(skin(body, slot(arm)), arm, design.cut().sleeve().end());
        Geometry bare = skin.difference(union(clothes, List.of(slot(arm))));
        assertThat(bare.getArea())
            .as("seed %d, %s, %s, %s", seed, prop, pose, slot(arm))
            .isLessThan(BARE * skin.getArea());
        if (!arm.behind()) {
          Geometry ball = disc(arm.start(), arm.startHalf() * .95);
          List<Slot> before = List.of(Slot.GARMENT, Slot.LEFT_ARM, Slot.RIGHT_ARM, Slot.FAR_ARM);
          assertThat(ball.difference(union(clothes, before)).getArea())
              .as("shoulder, seed %d, %s", seed, pose)
              .isLessThan(BARE_SHOULDER * ball.getArea());
        }
      }
    }
  }

  private static Slot slot(Limb arm) {
    if (arm.behind()) {
      return Slot.FAR_ARM;
    }
    return arm.side() == Side.LEFT ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
  }

  /** Upper arm and forearm, without the hand. */
  private static List<double[]> skin(List<Piece> body, Slot slot) {
    return body.stream()
        .filter(piece -> piece.slot() == slot && piece.layer().polygons().size() > 1)
        .findFirst()
        .orElseThrow()
        .layer()
        .polygons();
  }

  private static Geometry union(List<Piece> pieces, List<Slot> slots) {
    List<Geometry> polygons = new ArrayList<>();
    for (Piece piece : pieces) {
      if (slots.contains(piece.slot())) {
        piece.layer().polygons().forEach(polygon -> polygons.add(polygon(polygon)));
      }
    }
    return OverlayNGRobust.union(polygons);
  }

  /** What of an arm is inside its sleeve, but for its last bit. */
  private static Geometry sleeved(List<double[]> skin, Limb arm, double end) {
    double last = Math.min(1.98, end - .05);
    Geometry upper = polygon(skin.get(0));
    return last <= 1
        ? upper.intersection(strip(arm.start(), arm.middle(), last))
        : upper.union(polygon(skin.get(1)).intersection(strip(arm.middle(), arm.end(), last - 1)));
  }

  /** All around a line, from well before its start to some share of it. */
  private static Geometry strip(Point from, Point to, double share) {
    Point along = to.minus(from).unit().times(.3);
    Point out = along.turned();
    Point first = from.minus(along);
    Point last = from.towards(to, share);
    return polygon(
        Contour.straight(first.plus(out), first.minus(out), last.minus(out), last.plus(out)));
  }

  private static Geometry disc(Point middle, double radius) {
    return FACTORY.createPoint(new Coordinate(middle.x(), middle.y())).buffer(radius);
  }

  private static Geometry polygon(double[] points) {
    Coordinate[] ring = new Coordinate[points.length / 2 + 1];
    for (int i = 0; i < ring.length; i++) {
      int at = 2 * i % points.length;
      ring[i] = new Coordinate(points[at], points[at + 1]);
    }
    return FACTORY.createPolygon(ring).buffer(0);
  }
}
