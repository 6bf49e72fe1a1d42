package dev.wardrobe.files;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A split in a folder: {@code image/NNNNNN.jpg} and {@code annos/NNNNNN.json}. */
final class FolderFiles extends SplitFiles {

  private final String prefix;
  private final String annotationFolder;
  private final String imageFolder;
  private final String annotationPath;
  private final int[] annotationIds;
  private final int[] photoIds;
  private final int[] imageIds;
  private final List<Finding> strays = new ArrayList<>();

  /**
   * Lists a split's files.
   *
   * @param folder holds image, annos or both; or annotations directly
   * @param name the split's name, for messages
   */
  FolderFiles(Path folder, String name) {
    prefix = name + "/";
    boolean flat = !isSplit(folder);
    Path annotations = flat ? folder : folder.resolve(SplitLayout.ANNOTATIONS);
    annotationPath = prefix + (flat ? "" : SplitLayout.ANNOTATIONS + "/");
    annotationFolder = annotations + File.separator;
    imageFolder = folder.resolve(SplitLayout.IMAGES) + File.separator;
    annotationIds = list(annotations, annotationPath, ".json");
    photoIds =
        flat
            ? new int[0]
            : list(folder.resolve(SplitLayout.IMAGES), prefix + SplitLayout.IMAGES + "/", ".jpg");
    imageIds =
        Arrays.equals(annotationIds, photoIds)
            ? annotationIds
            : FileNumbers.union(annotationIds, photoIds);
  }

  /** Whether a folder has the two subfolders of a split, or one of them. */
  static boolean isSplit(Path folder) {
    return Files.isDirectory(folder.resolve(SplitLayout.ANNOTATIONS))
        || Files.isDirectory(folder.resolve(SplitLayout.IMAGES));
  }

  /** Whether a folder holds annotation files directly. */
  static boolean isFlat(Path folder) {
    String[] names = folder.toFile().list();
    return names != null
        && Arrays.stream(names).anyMatch(name -> FileNumbers.imageId(name, ".json") > 0);
  }

  private int[] list(Path folder, String shown, String suffix) {
    String[] names = folder.toFile().list();
    if (names == null) {
      if (Files.isDirectory(folder)) {
        throw new DatasetException(
            "Cannot list the folder %s: check its permissions".formatted(folder));
      }
      return new int[0];
    }
    FileNumbers numbers = new FileNumbers(shown, suffix);
    for (String name : names) {
      numbers.add(name);
    }
    strays.addAll(numbers.strays());
    return numbers.sorted();
  }

  @Override
  int[] imageIds() {
    return imageIds;
  }

  @Override
  boolean annotated() {
    return annotationIds.length > 0;
  }

  @Override
  boolean illustrated() {
    return photoIds.length > 0;
  }

  @Override
  boolean hasAnnotation(int index) {
    return Arrays.binarySearch(annotationIds, imageIds[index]) >= 0;
  }

  @Override
  boolean hasImage(int index) {
    return Arrays.binarySearch(photoIds, imageIds[index]) >= 0;
  }

  @Override
  byte[] annotation(int index, int limit) throws IOException {
    File file = new File(annotationFolder + FileNumbers.fileName(imageIds[index], ".json"));
    byte[] bytes = new byte[(int) Math.min(regularLength(file), limit + 1L)];
    try (FileInputStream in = new FileInputStream(file)) {
      int read = in.readNBytes(bytes, 0, bytes.length);
      return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
  }

  /** The length of a file; not opened, since opening a pipe would wait for ever. */
  private static long regularLength(File file) throws IOException {
    long length = file.length();
    if (length == 0 && file.exists() && !file.isFile()) {
      throw new IOException("a pipe or device");
    }
    return length;
  }

  @Override
  InputStream image(int index) throws IOException {
    File file = new File(imageFolder + FileNumbers.fileName(imageIds[index], ".jpg"));
    regularLength(file);
    return new FileInputStream(file);
  }

  @Override
  String annotationName(int imageId) {
    return annotationPath + FileNumbers.fileName(imageId, ".json");
  }

  @Override
  String imageName(int imageId) {
    return prefix + SplitLayout.IMAGES + "/" + FileNumbers.fileName(imageId, ".jpg");
  }

  @Override
  List<Finding> strayFiles() {
    return List.copyOf(strays);
  }
}
