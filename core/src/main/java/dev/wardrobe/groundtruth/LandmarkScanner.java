package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.JsonScanner;
import java.util.Arrays;

/**
 * The "keypoints" of one annotation after another: x, y, visibility of all 294 landmarks, flat or
 * as lists of three. Not for several threads at once.
 */
final class LandmarkScanner {
  private static final int NUMBERS = 3 * LandmarkSchema.TOTAL;

  private final double[] numbers = new double[NUMBERS];
  private final int[] indices = new int[LandmarkSchema.TOTAL];
  private final boolean visibleOnly;
  private int count;
  private String found = "";

  LandmarkScanner(boolean visibleOnly) {
    this.visibleOnly = visibleOnly;
  }

  /** Reads the next value; whether it is what it should be. */
  boolean read(JsonScanner scanner) {
    count = 0;
    found = "";
    int flat = scanner.numbers(numbers);
    if (flat >= 0) {
      count = flat;
    } else {
      readList(scanner, 0);
    }
    if (found.isEmpty() && count != NUMBERS) {
      found = count + " numbers";
    }
    return found.isEmpty();
  }

  /** What was found where it is not what it should be. */
  String found() {
    return found;
  }

  /** What should be there. */
  static String expected() {
    return NUMBERS + " numbers: x, y and visibility of 294 landmarks";
  }

  private void readList(JsonScanner scanner, int depth) {
    if (scanner.peek() != '[' || depth > 1) {
      if (found.isEmpty()) {
        found = scanner.describe();
      }
      scanner.skip();
      return;
    }
    scanner.next('[');
    boolean more = !scanner.tryNext(']');
    while (more) {
      if (scanner.isNumber()) {
        double value = scanner.number();
        if (count < NUMBERS) {
          numbers[count] = value;
        }
        count++;
      } else {
        readList(scanner, depth + 1);
      }
      more = scanner.more(']');
    }
  }

  /** Whether all numbers of the last ones are finite. */
  boolean finite() {
    double zero = 0;
    for (double number : numbers) {
      zero += number * 0; // what is not finite makes it no number
    }
    return zero == 0;
  }

  /** The landmarks that count. */
  LabelledLandmarks labelled() {
    int size = 0;
    for (int i = 0; i < LandmarkSchema.TOTAL; i++) {
      double visibility = numbers[3 * i + 2];
      if (visibleOnly ? visibility == 2 : visibility > 0) {
        indices[size++] = i;
      }
    }
    if (size == 0) {
      return LabelledLandmarks.NONE;
    }
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = numbers[3 * indices[i]];
      y[i] = numbers[3 * indices[i] + 1];
    }
    return new LabelledLandmarks(Arrays.copyOf(indices, size), x, y);
  }
}
