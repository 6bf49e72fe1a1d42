package dev.wardrobe.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The names of an object's keys that a reader wants to know apart, numbered from 0. */
public final class JsonKeys {
  /** What a key that is none of them is. */
  public static final int OTHER = -1;

  private final byte[][] names;

  private JsonKeys(byte[][] names) {
    this.names = names;
  }

  /** The keys, in the order of their numbers. */
  public static JsonKeys of(String... names) {
    return new JsonKeys(
        Arrays.stream(names)
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  /** The names, in the order of their numbers. */
  public List<String> names() {
    return Arrays.stream(names).map(name -> new String(name, StandardCharsets.UTF_8)).toList();
  }

  /** The number of a name, or {@link #OTHER}. */
  int indexOf(byte[] bytes, int from, int to) {
    int length = to - from;
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i];
      if (name.length == length && Arrays.equals(name, 0, length, bytes, from, to)) {
        return i;
      }
    }
    return OTHER;
  }
}
