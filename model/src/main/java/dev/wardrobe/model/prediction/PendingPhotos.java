package dev.wardrobe.model.prediction;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.prediction.PendingPhoto.KnownItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists of photos to be looked at. */
public final class PendingPhotos {
  private static final Set<String> ENDINGS = Set.of(".jpg", ".jpeg", ".png", ".webp");

  /** Larger files are no photos that anyone wants looked at. */
  private static final long MOST_BYTES = 256L << 20;

  private PendingPhotos() {}

  /**
   * All photos of a split, by ascending image id; also those that prove missing or broken. The
   * split has to stay open while they are read.
   *
   * @throws DatasetException if it has no photos
   */
  public static List<PendingPhoto> of(DatasetSplit split, ReadOptions reading) {
    if (!split.illustrated()) {
      throw new DatasetException(
          "The split %s has no photos: expected image/NNNNNN.jpg".formatted(split.name()));
    }
    List<PendingPhoto> photos = new ArrayList<>();
    split.forEach(
        reading.withImageHeaders(false),
        photo -> {
          int id = photo.imageId();
          Optional<Source> source = photo.photo().flatMap(Photo::source);
          List<KnownItem> known = photo.photo().map(PendingPhotos::known).orElse(List.of());
          String name = Photo.fileNameOf(id);
          photos.add(new PendingPhoto(id, name, source, known, () -> read(split, id)));
        });
    return photos;
  }

  /** As the official lists have them: of a consumer all items, of a shop those in pairs. */
  private static List<KnownItem> known(Photo photo) {
    boolean consumer = photo.source().filter(source -> source == Source.USER).isPresent();
    return photo.items().stream()
        .filter(item -> consumer || item.style() > 0)
        .map(item -> new KnownItem(item.category(), item.box()))
        .toList();
  }

  private static byte[] read(DatasetSplit split, int imageId) throws IOException {
    try {
      Optional<InputStream> opened = split.openImage(imageId);
      if (opened.isEmpty()) {
        throw new IOException("there is no such photo");
      }
      try (InputStream in = opened.get()) {
        return in.readNBytes((int) MOST_BYTES);
      }
    } catch (IOException e) {
      throw new IOException(IoReason.of(e), e);
    }
  }

  /**
   * Photos from files and folders, numbered from 1 in the order of their names. Of folders all
   * files that end in .jpg, .jpeg, .png or .webp, those in folders inside included, but none with a
   * name that begins with a dot. Names are relative to the folder if there is only one, else as
   * given.
   *
   * @param paths files, whatever their name ends in, and folders
   * @param except a folder whose files are not among them, such as where results go
   * @throws DatasetException if a path is not there or there is no photo
   */
  public static List<PendingPhoto> of(List<Path> paths, Path except) {
    SortedMap<String, Path> files = new TreeMap<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        list(path, paths.size() == 1 ? "" : path + "/", except.toAbsolutePath(), files);
      } else if (Files.exists(path)) {
        files.put(path.toString(), path);
      } else {
        throw new DatasetException("There is no %s: check the path".formatted(path));
      }
    }
    if (files.isEmpty()) {
      throw new DatasetException(
          "No photos in %s: expected files that end in .jpg, .jpeg, .png or .webp"
              .formatted(paths.getFirst()));
    }
    List<PendingPhoto> photos = new ArrayList<>();
    files.forEach((name, file) ->
        photos.add(
            new PendingPhoto(
                photos.size() + 1, name, Optional.empty(), List.of(), () -> read(file))));
    return photos;
  }

  private static void list(Path folder, String prefix, Path except, SortedMap<String, Path> files) {
    try {
      Path root = folder.toRealPath();
      Path left = Files.exists(except) ? except.toRealPath() : except;
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
              return inside.equals(left) || (hidden(inside) && !inside.equals(root))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isPhoto(file)) {
                String name = root.relativize(file).toString().replace('\\', '/');
                files.put(prefix + name, file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new DatasetException("Cannot list %s: %s".formatted(folder, IoReason.of(e)), e);
    }
  }

  private static boolean hidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static boolean isPhoto(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !hidden(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static byte[] read(Path file) throws IOException {
    try {
      // Opening a pipe would wait for ever.
      if (!Files.isRegularFile(file)) {
        throw new IOException("no regular file");
      }
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw new IOException("a file of %,d MB".formatted(size >> 20));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException(IoReason.of(e), e);
    }
  }
}
