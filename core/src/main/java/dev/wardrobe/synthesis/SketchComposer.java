package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.List;
import java.util.Optional;

/** Composes photos: who wears what, from where it is seen, and what the photo's edge cuts off. */
final class SketchComposer {
  private static final long GARMENT = 3;
  private static final long PHOTO = 4;
  private static final int ATTEMPTS = 8;

  private static final double[] VIEWPOINTS = {.07, .78, .15};
  private static final double[] ASPECTS = {3 / 4.0, 2 / 3.0, 1, 4 / 3.0};
  private static final double[] ASPECT_SHARES = {.55, .2, .2, .05};
  private static final double CLOSE_UPS = .34;
  private static final double WITH_DECIMALS = .1;
  private static final double WITH_LIMBS = .4;
  private static final double REORDERED = .3;

  private final SketchOptions options;
  private final SketchPlan plan;

  /** A sketch and its annotation. */
  record Annotated(Sketch sketch, Photo photo) {}

  SketchComposer(SketchOptions options) {
    this.options = options;
    this.plan = new SketchPlan(options);
  }

  /** The photo of a number; the same for ever. */
  Annotated compose(int imageId) {
    SketchPlan.Role role = plan.role(imageId);
    Dice dice = new Dice(options.seed(), PHOTO, imageId);
    Dice looks =
        role.style() == 0 ? dice : new Dice(options.seed(), GARMENT, role.pairId(), role.style());
    Garment garment = Garment.of(role.category(), role.style(), looks);
    int count = 1 + dice.weighted(oneItem(), options.twoItems(), options.threeItems());
    List<List<Garment>> figures = Outfits.of(garment, count, dice);
    ImageSize size = size(dice);
    Viewpoint viewpoint = Viewpoint.ALL.get(dice.weighted(VIEWPOINTS));
    int decimals = dice.chance(WITH_DECIMALS) ? 2 : 0;
    boolean limbs = dice.chance(WITH_LIMBS);
    int[] order = order(count, dice);
    for (int attempt = 1; ; attempt++) {
      SketchLayout layout = new SketchLayout(figures, viewpoint, role.source(), dice);
      layout.place(size, attempt < ATTEMPTS && dice.chance(CLOSE_UPS), attempt == ATTEMPTS);
      Sketch sketch = layout.sketch(imageId, role, size, decimals);
      Optional<Photo> photo = SketchAnnotator.annotate(sketch, limbs, order);
      if (photo.isPresent()) {
        return new Annotated(sketch, photo.get());
      }
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException(
            "Photo %d of %s cannot be composed".formatted(imageId, options));
      }
    }
  }

  private double oneItem() {
    return Math.max(0, 1 - options.twoItems() - options.threeItems());
  }

  private ImageSize size(Dice dice) {
    int longer =
        options.smallestSide() + dice.below(options.largestSide() - options.smallestSide() + 1);
    double aspect = ASPECTS[dice.weighted(ASPECT_SHARES)];
    return aspect <= 1
        ? new ImageSize((int) Math.round(longer * aspect), longer)
        : new ImageSize(longer, (int) Math.round(longer / aspect));
  }

  private static int[] order(int count, Dice dice) {
    int[] order = new int[count];
    int shift = dice.chance(REORDERED) ? 1 : 0;
    for (int i = 0; i < count; i++) {
      order[i] = (i + shift) % count;
    }
    return order;
  }
}
