package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small images with rectangles, whose colour is their category and style, and narrow networks. */
public final class DrawnBatches {
  private static final int SIDE = 64;

  private DrawnBatches() {}

  /** A network of a few thousand weights for images of 64 pixels. */
  public static Config narrow(Streams streams) {
    Config tiny = Config.tiny();
    return new Config(
        "narrow",
        streams,
        new BackboneConfig(
            BackboneConfig.Block.BASIC, List.of(1, 1, 1, 1), 8, BackboneConfig.Norm.GROUP, 0, 16),
        new RpnConfig(
            List.of(12, 24, 40, 64), List.of(.5, 1.0, 2.0), .7, .3, 32, .5, 50, 50, 20, 20, .7),
        new RoiConfig(48, 5, 32, .5, 16, .5, 6, .05, .5, 10),
        new HeadsConfig(6, 0, 1, 16, 1, 16, 1, 1, 16, 16),
        tiny.input(),
        tiny.training());
  }

  /** Images in pairs, a shop's and a consumer's, each with this many items. */
  public static Batch of(int images, int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[images * 3 * SIDE * SIDE];
    List<ImageTargets> targets = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      List<ItemTarget> drawn = new ArrayList<>();
      for (int j = 0; j < items; j++) {
        drawn.add(item(pixels, i, i / 2 * 5 + j * 3, j, random));
      }
      Source source = i % 2 == 0 ? Source.SHOP : Source.USER;
      targets.add(new ImageTargets(i, SIDE, SIDE, Optional.of(source), 1 + i / 2, drawn));
    }
    return new Batch(pixels, SIDE, SIDE, targets);
  }

  private static ItemTarget item(
      float[] pixels, int image, int kind, int place, SplittableRandom random) {
    Category category = Category.ALL.get(kind % Category.ALL.size());
    int width = 16 + random.nextInt(12);
    int height = 16 + random.nextInt(12);
    int x1 = place % 2 * 32 + random.nextInt(32 - width);
    int y1 = place / 2 % 2 * 32 + random.nextInt(32 - height);
    for (int channel = 0; channel < 3; channel++) {
      float colour = (kind * (2 + channel) % 7 - 3) / 2f;
      for (int y = y1; y < y1 + height; y++) {
        for (int x = x1; x < x1 + width; x++) {
          pixels[((image * 3 + channel) * SIDE + y) * SIDE + x] = colour + channel - 1;
        }
      }
    }
    return target(category, new Box(x1, y1, x1 + width, y1 + height), 1 + place);
  }

  /** Landmarks on a spiral; every fifth is not labelled. */
  private static ItemTarget target(Category category, Box box, int style) {
    int count = category.landmarks().count();
    double[] xyv = new double[3 * count];
    for (int i = 0; i < count; i++) {
      if (i % 5 != 4) {
        double share = (i + .5) / count;
        xyv[3 * i] = box.x1() + box.width() * (.5 + .45 * share * Math.cos(12 * share));
        xyv[3 * i + 1] = box.y1() + box.height() * (.5 + .45 * share * Math.sin(12 * share));
        xyv[3 * i + 2] = 1 + i % 2;
      }
    }
    Coordinates corners =
        Coordinates.ofReals(
            box.x1(), box.y1(), box.x2(), box.y1(), box.x2(), box.y2(), box.x1(), box.y2());
    return new ItemTarget(
        category, box, new PolygonMask(List.of(corners)), Landmarks.of(xyv), style);
  }
}
