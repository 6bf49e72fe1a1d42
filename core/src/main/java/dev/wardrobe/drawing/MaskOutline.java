package dev.wardrobe.drawing;

import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.awt.geom.Path2D;

/**
 * The outline of a mask as a path to fill and to draw, in a photo's coordinates: (0, 0) is the
 * upper-left corner of the upper-left pixel. Polygons are taken as they are; of run lengths the
 * outline goes through the middles of the sides of the pixels at the edge, which rounds off their
 * steps.
 */
final class MaskOutline {
  /** Steps to the right, down, left and up: the set pixel lies to the right of each. */
  private static final int[] DX = {1, 0, -1, 0};

  private static final int[] DY = {0, 1, 0, -1};

  private final int columns;
  private final int rows;
  private final byte[] set;

  /** The steps that leave each corner of the pixels, one bit each. */
  private final byte[] steps;

  private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);

  private MaskOutline(RleMask mask) {
    columns = mask.size().width();
    rows = mask.size().height();
    set = new byte[columns * rows];
    steps = new byte[(columns + 1) * (rows + 1)];
    int at = 0;
    byte value = 0;
    for (int count : mask.counts()) {
      for (int end = at + count; at < end; at++) {
        set[at] = value;
      }
      value ^= 1;
    }
  }

  /** The outline; empty for an empty mask. */
  static Path2D of(Mask mask) {
    return switch (mask) {
      case PolygonMask polygons -> ofPolygons(polygons);
      case RleMask runs -> new MaskOutline(runs).trace();
    };
  }

  private static Path2D ofPolygons(PolygonMask polygons) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Coordinates part : polygons.parts()) {
      for (int i = 0; i + 1 < part.size(); i += 2) {
        if (i == 0) {
          all.moveTo(part.get(i), part.get(i + 1));
        } else {
          all.lineTo(part.get(i), part.get(i + 1));
        }
      }
      if (part.size() > 1) {
        all.closePath();
      }
    }
    return all;
  }

  private boolean set(int x, int y) {
    return x >= 0 && x < columns && y >= 0 && y < rows && set[x * rows + y] != 0;
  }

  private int corner(int x, int y) {
    return x * (rows + 1) + y;
  }

  private Path2D trace() {
    for (int x = 0; x < columns; x++) {
      for (int y = 0; y < rows; y++) {
        if (set(x, y)) {
          addSides(x, y);
        }
      }
    }
    for (int x = 0; x < columns; x++) {
      for (int y = 0; y <= rows; y++) {
        while ((steps[corner(x, y)] & 1) != 0) {
          follow(x, y);
        }
      }
    }
    return path;
  }

  private void addSides(int x, int y) {
    for (int side = 0; side < 4; side++) {
      // The neighbour beyond a side lies to the left of the step along it.
      int before = side + 3 & 3;
      if (!set(x + DX[before], y + DY[before])) {
        int fromX = side == 1 || side == 2 ? x + 1 : x;
        int fromY = side >= 2 ? y + 1 : y;
        steps[corner(fromX, fromY)] |= (byte) (1 << side);
      }
    }
  }

  /** Goes once around from a corner that a step to the right leaves, and takes its steps away. */
  private void follow(int startX, int startY) {
    int x = startX;
    int y = startY;
    int step = 0;
    path.moveTo(startX + .5, startY);
    do {
      steps[corner(x, y)] &= (byte) ~(1 << step);
      x += DX[step];
      y += DY[step];
      int next = next(x, y, step);
      if (next != step) {
        path.lineTo(x - DX[step] / 2.0, y - DY[step] / 2.0);
        if (next >= 0) {
          path.lineTo(x + DX[next] / 2.0, y + DY[next] / 2.0);
        }
      }
      step = next;
    } while (step >= 0);
    path.closePath();
  }

  /** A turn to the right keeps pixels apart that only touch at a corner; -1 at the end. */
  private int next(int x, int y, int step) {
    int leaving = steps[corner(x, y)];
    for (int turn = 1; turn >= -1; turn--) {
      int next = step + turn & 3;
      if ((leaving & 1 << next) != 0) {
        return next;
      }
    }
    return -1;
  }
}
