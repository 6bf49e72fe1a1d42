package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.annotation.SceneAnnotator;
import dev.wardrobe.synthesis.annotation.Sighting;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.photography.Exposure;
import dev.wardrobe.synthesis.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Composes photos. Each is tried in several poses and framings; one of the tries is chosen by how
 * welcome its items' attributes are.
 */
final class Composer {
  private static final long PHOTO = 5;
  private static final int ROUNDS = 30;
  private static final int POSES = 3;
  private static final int FRAMINGS = 4;

  private static final double[] ASPECTS = {3 / 4.0, 2 / 3.0, 1, 4 / 3.0};
  private static final double[] ASPECT_SHARES = {.55, .2, .2, .05};
  private static final double WITH_DECIMALS = .1;
  private static final double REORDERED = .3;

  /** Of all landmarks: of the garments that a photo is about, as many have to be seen. */
  private static final double FEWEST_VISIBLE = .2;

  /** Of all landmarks: of the garments that a photo is about, as many have to be in it. */
  private static final double FEWEST_INSIDE = .4;

  /** Of the photo: no more may be seen of a garment that is not annotated. */
  private static final double MOST_LEFT_OUT = .005;

  private final SynthesisOptions options;
  private final long split;
  private final PhotoPlan plan;
  private final AttributeWeights weights;

  /** A try: which of its garments would be annotated, and how welcome it is. */
  private record Candidate(
      Assembly assembly,
      Framing framing,
      SceneAnnotator annotator,
      List<Integer> seen,
      double weight) {}

  Composer(SynthesisOptions options) {
    this.options = options;
    this.split = options.split() == Split.TRAIN ? 0 : 1;
    this.plan = new PhotoPlan(options);
    this.weights = new AttributeWeights(options.shares());
  }

  /**
   * The photo of a number; the same for ever.
   *
   * @throws IllegalStateException if no try shows what it has to show, which has never been seen
   */
  Composition compose(int imageId) {
    PhotoPlan.Role role = plan.role(imageId);
    Dice dice = new Dice(options.seed(), split, PHOTO, imageId);
    Viewpoint viewpoint = weights.viewpoint(dice);
    Cast cast = Cast.of(role.source(), viewpoint, role.category(), dice);
    boolean alone = cast.alone(dice);
    ImageSize size = size(dice);
    int decimals = dice.chance(WITH_DECIMALS) ? 2 : 0;
    boolean reordered = dice.chance(REORDERED);
    Exposure exposure =
        role.source() == Source.SHOP
            ? Exposure.shop(dice)
            : Exposure.consumer(cast.setting(), dice);
    for (int round = 0; round < ROUNDS; round++) {
      // Under a closed coat there may be nothing to see: then another one, or none.
      Outfit outfit =
          Outfit.of(role, alone || round > ROUNDS / 2, new long[] {options.seed(), split}, dice);
      List<Candidate> candidates = candidates(cast, outfit, size, decimals, dice);
      while (!candidates.isEmpty()) {
        double[] welcome = candidates.stream().mapToDouble(Candidate::weight).toArray();
        Candidate chosen = candidates.remove(dice.weighted(welcome));
        Optional<List<Item>> items = items(chosen, outfit, reordered);
        if (items.isPresent()) {
          Photo photo =
              new Photo(
                  imageId,
                  Photo.fileNameOf(imageId),
                  Optional.of(size),
                  Optional.of(role.source()),
                  role.pairId(),
                  items.get());
          return new Composition(photo, cast, outfit, chosen.assembly, chosen.framing, exposure);
        }
      }
    }
    throw new IllegalStateException(
        "Photo %d of %s cannot be composed".formatted(imageId, options));
  }

  private List<Candidate> candidates(
      Cast cast, Outfit outfit, ImageSize size, int decimals, Dice dice) {
    List<Candidate> candidates = new ArrayList<>();
    for (int pose = 0; pose < POSES; pose++) {
      Assembly assembly = cast.posed(outfit, dice);
      Box whole = assembly.bounds();
      Box focus = cast.hanging() ? whole : assembly.bounds(0);
      for (int i = 0; i < FRAMINGS; i++) {
        Framing framing = Framing.of(size, focus, whole, cast.source(), cast.lying(), dice);
        Scene scene = assembly.outlines(framing, cast.viewpoint());
        candidate(assembly, framing, new SceneAnnotator(scene, decimals), outfit)
            .ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  private Optional<Candidate> candidate(
      Assembly assembly, Framing framing, SceneAnnotator annotator, Outfit outfit) {
    List<Integer> seen = new ArrayList<>();
    double weight = 1;
    for (int garment = 0; garment < outfit.garments().size(); garment++) {
      Sighting sighting = annotator.sighting(garment);
      boolean asked = garment < outfit.asked();
      if (asked && !shows(sighting)) {
        return Optional.empty();
      }
      if (sighting.visible() > 0) {
        seen.add(garment);
        weight *= weights.of(sighting.scale(), sighting.occlusion(), sighting.zoomIn());
      } else if (sighting.inside() == 0
          && sighting.width() * sighting.height() > MOST_LEFT_OUT * sighting.photo().area()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Candidate(assembly, framing, annotator, seen, weight));
  }

  private static boolean shows(Sighting sighting) {
    return sighting.visible() >= FEWEST_VISIBLE * sighting.landmarks()
        && sighting.inside() >= FEWEST_INSIDE * sighting.landmarks();
  }

  /**
   * The items; empty if a garment that has to be in the photo, or one that can be seen well, cannot
   * be annotated.
   */
  private static Optional<List<Item>> items(Candidate chosen, Outfit outfit, boolean reordered) {
    List<Item> items = new ArrayList<>();
    double photo = chosen.framing.size().area();
    for (int garment = 0; garment < outfit.garments().size(); garment++) {
      Optional<Item> item =
          chosen.seen.contains(garment)
              ? chosen.annotator.item(garment, items.size() + 1)
              : Optional.empty();
      item.ifPresent(items::add);
      if (item.isEmpty()
          && (garment < outfit.asked()
              || chosen.annotator.seenArea(garment) > MOST_LEFT_OUT * photo)) {
        return Optional.empty();
      }
    }
    if (reordered) {
      items.add(items.removeFirst());
    }
    return Optional.of(items);
  }

  private ImageSize size(Dice dice) {
    int longer =
        options.smallestSide() + dice.below(options.largestSide() - options.smallestSide() + 1);
    double aspect = ASPECTS[dice.weighted(ASPECT_SHARES)];
    return aspect <= 1
        ? new ImageSize((int) Math.round(longer * aspect), longer)
        : new ImageSize(longer, (int) Math.round(longer / aspect));
  }
}
