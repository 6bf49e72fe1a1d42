package dev.wardrobe.files;

import dev.wardrobe.dataset.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Sorts file names of one folder into image ids and strays. */
final class FileNumbers {
  /** The largest image id a file name can say. */
  static final int LARGEST = 999_999_999;

  private static final int SHOWN = 50;

  private final String suffix;
  private final String folder;

  /** The first ones by name, whatever the order in which a folder lists them. */
  private final TreeSet<String> strays = new TreeSet<>();

  private int strayCount;
  private int[] ids = new int[64];
  private int size;

  /**
   * An empty collection.
   *
   * @param folder for messages, ending with a slash or empty
   * @param suffix ".jpg" or ".json"
   */
  FileNumbers(String folder, String suffix) {
    this.folder = folder;
    this.suffix = suffix;
  }

  /** The image id in a name such as "000012.json"; -1 if it is no such name. */
  static int imageId(String name, String suffix) {
    int digits = name.length() - suffix.length();
    if (digits < 6 || digits > 9 || !name.endsWith(suffix)) {
      return -1;
    }
    int id = 0;
    for (int i = 0; i < digits; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      id = id * 10 + c - '0';
    }
    return id == 0 || (digits > 6 && name.charAt(0) == '0') ? -1 : id;
  }

  /** The name of an image id's file, such as "000012.json". */
  static String fileName(int imageId, String suffix) {
    String jpg = Photo.fileNameOf(imageId);
    return jpg.substring(0, jpg.length() - ".jpg".length()) + suffix;
  }

  /** Takes one file name; the returned id is -1 for a stray. */
  int add(String name) {
    int id = imageId(name, suffix);
    if (id < 0) {
      addStray(name);
    } else {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
      }
      ids[size++] = id;
    }
    return id;
  }

  private void addStray(String name) {
    strayCount++;
    strays.add(name);
    if (strays.size() > SHOWN) {
      strays.removeLast();
    }
  }

  /** The ids, ascending; an id added twice is there once. */
  int[] sorted() {
    return sortedOnce(Arrays.copyOf(ids, size));
  }

  /** One finding a stray, up to a limit, and one for the rest. */
  List<Finding> strays() {
    List<Finding> all = new ArrayList<>();
    for (String name : strays) {
      all.add(
          Finding.ofFile(
              Rule.FILE_NAME, folder + name, "a file of another name", "NNNNNN" + suffix));
    }
    if (strayCount > SHOWN) {
      all.add(
          Finding.ofFile(
              Rule.FILE_NAME,
              folder,
              (strayCount - SHOWN) + " more files of other names",
              "NNNNNN" + suffix));
    }
    return all;
  }

  /** Both sorted arrays' ids, ascending, each once. */
  static int[] union(int[] a, int[] b) {
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return sortedOnce(all);
  }

  /** Sorts in place; the result has each number once. */
  private static int[] sortedOnce(int[] numbers) {
    Arrays.sort(numbers);
    int kept = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (kept == 0 || numbers[i] != numbers[kept - 1]) {
        numbers[kept++] = numbers[i];
      }
    }
    return kept == numbers.length ? numbers : Arrays.copyOf(numbers, kept);
  }
}
