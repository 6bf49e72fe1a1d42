package dev.wardrobe.model.detector;

import dev.wardrobe.files.DatasetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads boxes from the numbers that a detector gives. */
final class OutputReader {
  private static final int ROW = 6;

  private final DetectorFile file;
  private final float threshold;

  /** Numbers of an output. */
  static final class Values {
    private final String name;
    private final List<Long> shape;
    private final float[] values;

    /**
     * Numbers of a name and shape.
     *
     * @param values the last axis fastest; not copied
     */
    Values(String name, List<Long> shape, float[] values) {
      this.name = name;
      this.shape = shape;
      this.values = values;
    }

    private int axis(int index) {
      return Math.toIntExact(shape.get(index));
    }
  }

  /** A reader that leaves out what has a lower score. */
  OutputReader(DetectorFile file, double threshold) {
    this.file = file;
    this.threshold = (float) threshold;
  }

  /**
   * The boxes of one image, in any order.
   *
   * @throws DatasetException if the shapes are not those of the layout
   */
  List<Candidate> read(List<Values> outputs) {
    Values first = outputs.getFirst();
    return switch (file.output().layout()) {
      case YOLO -> grid(first, 4);
      case YOLO_OBJECTNESS -> grid(first, 5);
      case ROWS -> rows(first);
      case SEPARATE -> separate(first, outputs.get(1), outputs.get(2));
    };
  }

  /** Centre, sides, maybe the score of any object, and a score for each class. */
  private List<Candidate> grid(Values output, int before) {
    int classes = file.categories().size();
    int length = before + classes;
    boolean usual = output.shape.size() == 3 && output.axis(0) == 1;
    boolean placesLast = usual && before == 4 && output.axis(1) == length;
    if (!placesLast && !(usual && output.axis(2) == length)) {
      throw wrong(
          output,
          before == 4
              ? "1 x %d x places or 1 x places x %d".formatted(length, length)
              : "1 x places x " + length);
    }
    int places = placesLast ? output.axis(2) : output.axis(1);
    int placeStep = placesLast ? 1 : length;
    int valueStep = placesLast ? places : 1;
    float[] values = output.values;
    List<Candidate> candidates = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      int at = place * placeStep;
      float any = before == 5 ? values[at + 4 * valueStep] : 1;
      for (int i = 0; i < classes; i++) {
        float score = any * values[at + (before + i) * valueStep];
        if (score >= threshold) {
          float halfWidth = values[at + 2 * valueStep] / 2;
          float halfHeight = values[at + 3 * valueStep] / 2;
          float x = values[at];
          float y = values[at + valueStep];
          candidates.add(
              new Candidate(
                  x - halfWidth,
                  y - halfHeight,
                  x + halfWidth,
                  y + halfHeight,
                  score,
                  i + file.output().firstClass()));
        }
      }
    }
    return candidates;
  }

  private List<Candidate> rows(Values output) {
    int axes = output.shape.size();
    if (axes < 2 || output.axis(axes - 1) != ROW || (axes == 3 && output.axis(0) != 1)) {
      throw wrong(output, "1 x items x 6");
    }
    List<Candidate> candidates = new ArrayList<>();
    float[] values = output.values;
    for (int at = 0; at < values.length; at += ROW) {
      float[] row = Arrays.copyOfRange(values, at, at + ROW);
      if (row[4] >= threshold) {
        candidates.add(new Candidate(row[0], row[1], row[2], row[3], row[4], Math.round(row[5])));
      }
    }
    return candidates;
  }

  private List<Candidate> separate(Values boxes, Values scores, Values numbers) {
    int count = scores.values.length;
    if (boxes.values.length != 4 * count || numbers.values.length != count) {
      throw new DatasetException(
          "The outputs of %s do not fit each other: found %s of shape %s, %s of %s and %s of %s, expected items x 4, items and items"
              .formatted(
                  file.model(),
                  boxes.name,
                  boxes.shape,
                  scores.name,
                  scores.shape,
                  numbers.name,
                  numbers.shape));
    }
    List<Candidate> candidates = new ArrayList<>();
    float[] corners = boxes.values;
    for (int i = 0; i < count; i++) {
      if (scores.values[i] >= threshold) {
        candidates.add(
            new Candidate(
                corners[4 * i],
                corners[4 * i + 1],
                corners[4 * i + 2],
                corners[4 * i + 3],
                scores.values[i],
                Math.round(numbers.values[i])));
      }
    }
    return candidates;
  }

  private DatasetException wrong(Values output, String expected) {
    return new DatasetException(
        "The output %s of %s is not as described: found the shape %s, expected %s (%s with %d categories)"
            .formatted(
                output.name,
                file.model(),
                output.shape,
                expected,
                file.output().layout(),
                file.categories().size()));
  }
}
