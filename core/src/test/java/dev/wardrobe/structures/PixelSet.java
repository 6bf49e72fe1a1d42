package dev.wardrobe.structures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The obvious mask: one boolean a pixel. What {@link RleMask} is checked against. */
final class PixelSet {
  private final ImageSize size;
  private final boolean[][] columns;

  private PixelSet(ImageSize size, boolean[][] columns) {
    this.size = size;
    this.columns = columns;
  }

  static PixelSet random(SplittableRandom random) {
    ImageSize size = new ImageSize(1 + random.nextInt(12), 1 + random.nextInt(12));
    return random(random, size);
  }

  /** Pixels of one of several densities, none and all among them. */
  static PixelSet random(SplittableRandom random, ImageSize size) {
    int density = random.nextInt(5);
    boolean[][] columns = new boolean[size.width()][size.height()];
    for (boolean[] column : columns) {
      for (int y = 0; y < column.length; y++) {
        column[y] = random.nextInt(4) < density;
      }
    }
    return new PixelSet(size, columns);
  }

  static PixelSet of(RleMask mask) {
    boolean[][] columns = new boolean[mask.size().width()][mask.size().height()];
    int at = 0;
    int[] counts = mask.counts();
    for (int i = 0; i < counts.length; i++) {
      for (int n = 0; n < counts[i]; n++, at++) {
        columns[at / mask.size().height()][at % mask.size().height()] = i % 2 == 1;
      }
    }
    return new PixelSet(mask.size(), columns);
  }

  /** Run lengths; with {@code split}, some runs are cut by a run of length 0. */
  RleMask toRle(SplittableRandom split, boolean cut) {
    List<Integer> counts = new ArrayList<>(List.of(0));
    boolean set = false;
    for (boolean[] column : columns) {
      for (boolean pixel : column) {
        if (pixel != set) {
          counts.add(0);
          set = pixel;
        } else if (cut && split.nextInt(4) == 0) {
          counts.add(0);
          counts.add(0);
        }
        counts.set(counts.size() - 1, counts.getLast() + 1);
      }
    }
    return RleMask.ofCounts(size, counts.stream().mapToInt(Integer::intValue).toArray());
  }

  ImageSize size() {
    return size;
  }

  boolean[][] columns() {
    return columns;
  }

  PixelSet union(PixelSet other) {
    boolean[][] either = new boolean[size.width()][size.height()];
    for (int x = 0; x < size.width(); x++) {
      for (int y = 0; y < size.height(); y++) {
        either[x][y] = columns[x][y] || other.columns[x][y];
      }
    }
    return new PixelSet(size, either);
  }

  long area() {
    long area = 0;
    for (boolean[] column : columns) {
      for (boolean pixel : column) {
        area += pixel ? 1 : 0;
      }
    }
    return area;
  }

  Optional<Box> bounds() {
    Optional<Box> bounds = Optional.empty();
    for (int x = 0; x < size.width(); x++) {
      for (int y = 0; y < size.height(); y++) {
        if (columns[x][y]) {
          Box box = bounds.orElse(new Box(x, y, x, y));
          bounds =
              Optional.of(
                  new Box(
                      Math.min(box.x1(), x),
                      Math.min(box.y1(), y),
                      Math.max(box.x2(), x + 1),
                      Math.max(box.y2(), y + 1)));
        }
      }
    }
    return bounds;
  }
}
