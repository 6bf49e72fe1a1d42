package dev.wardrobe.model.weights;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How messages show what stood in a file. */
public final class Wording {
  private static final int LONGEST_NAME = 200;

  /** How many names a message shows. */
  public static final int MOST_NAMES = 5;

  private Wording() {}

  /** A name on one line, cut where it is very long. */
  public static String name(String name) {
    String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    StringBuilder shown = new StringBuilder();
    cut.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** A shape, such as "64 x 3 x 7 x 7", or "a single number". */
  public static String shape(List<Long> shape) {
    return shape.isEmpty()
        ? "a single number"
        : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }

  /** The first names and how many more there are. */
  public static String names(Collection<String> names) {
    return names.isEmpty() ? "none" : list(names, MOST_NAMES, ", ");
  }

  /** The first texts and how many more there are. */
  public static String list(Collection<String> texts, int most, String separator) {
    String first =
        texts.stream().limit(most).map(Wording::name).collect(Collectors.joining(separator));
    int more = texts.size() - most;
    return more > 0 ? first + " and %d more".formatted(more) : first;
  }
}
