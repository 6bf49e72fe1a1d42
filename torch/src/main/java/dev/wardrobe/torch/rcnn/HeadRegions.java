package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.model.ops.BalancedSampler;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.structures.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The foreground regions that train the mask, landmark and match heads, by category.
 *
 * @param regions in order
 */
record HeadRegions(List<Region> regions) {
  /**
   * A region and the item it finds.
   *
   * @param box in input pixels
   * @param image an index into the batch
   * @param item the item's index in its image
   * @param target the item
   */
  record Region(Box box, int image, int item, ItemTarget target) {}

  /** Copies the list. */
  HeadRegions {
    regions = List.copyOf(regions);
  }

  /**
   * Chooses among the foreground regions, all equally likely.
   *
   * @param mostPerImage how many of an image at most
   */
  static HeadRegions choose(
      TrainingRegions all, List<ImageTargets> images, int mostPerImage, SplittableRandom random) {
    List<Region> chosen = new ArrayList<>();
    for (int image = 0; image < images.size(); image++) {
      List<ItemTarget> items = images.get(image).items();
      for (int i : some(all.foregroundOf(image), mostPerImage, random)) {
        int item = all.items()[i];
        chosen.add(new Region(BoxArrays.get(all.boxes(), i), image, item, items.get(item)));
      }
    }
    chosen.sort(Comparator.comparing((Region region) -> region.target().category()));
    return new HeadRegions(chosen);
  }

  private static int[] some(int[] from, int most, SplittableRandom random) {
    int[] all = new int[from.length];
    Arrays.fill(all, 1);
    int[] chosen = BalancedSampler.sample(all, most, 1, random).positives();
    return IntStream.of(chosen).map(i -> from[i]).toArray();
  }

  int count() {
    return regions.size();
  }

  /** The category of each region. */
  List<Category> categories() {
    return regions.stream().map(region -> region.target().category()).toList();
  }

  /** These regions and others after them, as boxes and images. */
  Regions with(List<Region> others) {
    List<Region> all = new ArrayList<>(regions);
    all.addAll(others);
    return new Regions(
        BoxArrays.of(all.stream().map(Region::box).toList()),
        all.stream().mapToInt(Region::image).toArray());
  }
}
