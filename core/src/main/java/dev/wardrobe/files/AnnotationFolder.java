package dev.wardrobe.files;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.PolygonMask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes photos' annotations as a split's folder: {@code annos/NNNNNN.json}, and the photos' sizes
 * as {@code sizes.json}, since there are no photos to tell them.
 *
 * <p>A file's number is the number in the photo's file name where it has DeepFashion2's form, else
 * the image id. Items whose mask is run lengths are left out with a finding, since the format only
 * has polygons; so are photos whose source nobody says.
 *
 * <p>The folder of annotations appears when it is complete; where no photo can be written, nothing
 * does.
 */
public final class AnnotationFolder {
  private final Path annotations;
  private final Path part;
  private final Path folder;
  private final Optional<Source> fallback;
  private final Consumer<Finding> findings;
  private final TreeMap<Integer, String> sizes = new TreeMap<>();
  private final Set<Integer> written = new HashSet<>();

  private AnnotationFolder(Path folder, Optional<Source> fallback, Consumer<Finding> findings) {
    this.folder = folder;
    this.annotations = folder.resolve(SplitLayout.ANNOTATIONS);
    this.part = folder.resolve(".annos." + UUID.randomUUID() + ".part");
    this.fallback = fallback;
    this.findings = findings;
  }

  /**
   * Writes photos.
   *
   * @param folder must not have annotations yet
   * @param fallback the source of photos that do not say it
   * @param findings gets what is left out
   * @return how many annotation files were written
   * @throws DatasetException if the folder already has annotations, or cannot be written
   */
  public static int write(
      List<Photo> photos, Path folder, Optional<Source> fallback, Consumer<Finding> findings) {
    AnnotationFolder target = new AnnotationFolder(folder, fallback, findings);
    try {
      target.begin();
      photos.forEach(target::write);
      target.finish();
    } catch (IOException e) {
      throw new DatasetException("Cannot write %s: %s".formatted(folder, IoReason.of(e)), e);
    } finally {
      target.removePart();
    }
    return target.written.size();
  }

  private void begin() throws IOException {
    Files.createDirectories(folder);
    requireFree(annotations);
    requireFree(folder.resolve(SplitLayout.SIZES));
    Files.createDirectories(part);
  }

  private static void requireFree(Path path) throws IOException {
    boolean free = !Files.exists(path);
    if (Files.isDirectory(path)) {
      try (Stream<Path> there = Files.list(path)) {
        free = there.findAny().isEmpty();
      }
    }
    if (!free) {
      throw new DatasetException(
          "%s %s already: name a folder without annotations"
              .formatted(path, Files.isDirectory(path) ? "has files" : "is there"));
    }
  }

  private void write(Photo photo) {
    int number = FileNumbers.imageId(photo.fileName(), ".jpg");
    int id = number > 0 ? number : photo.imageId();
    Optional<Source> source = photo.source().isPresent() ? photo.source() : fallback;
    if (id < 1 || id > FileNumbers.LARGEST) {
      leaveOut(photo, "image id", "" + id, "a number of 1 to 9 digits, from 1 on");
      return;
    }
    if (source.isEmpty()) {
      leaveOut(photo, "source", "none", "\"shop\" or \"user\"");
      return;
    }
    if (!written.add(id)) {
      leaveOut(photo, "image id", id + " a second time", "each number once");
      return;
    }
    Photo whole =
        new Photo(id, photo.fileName(), photo.size(), source, photo.pairId(), polygonItems(photo));
    String name = FileNumbers.fileName(id, ".json");
    try {
      Files.write(part.resolve(name), AnnotationWriter.toJson(whole));
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot write %s: %s".formatted(annotations.resolve(name), IoReason.of(e)), e);
    }
    photo
        .size()
        .ifPresent(size -> sizes.put(id, "[%d, %d]".formatted(size.width(), size.height())));
  }

  private void leaveOut(Photo photo, String field, String found, String expected) {
    findings.accept(new Finding(Rule.PHOTO_VALUE, photo.fileName(), "", field, found, expected));
  }

  private List<Item> polygonItems(Photo photo) {
    List<Item> kept = new ArrayList<>();
    for (Item item : photo.items()) {
      if (item.mask() instanceof PolygonMask) {
        kept.add(item);
      } else {
        findings.accept(
            new Finding(
                Rule.ITEM_VALUE,
                photo.fileName(),
                item.key(),
                "segmentation",
                "run lengths",
                "polygons: DeepFashion2's format has no run lengths"));
      }
    }
    return kept;
  }

  /** What a failed run has begun; a complete one has renamed it. */
  private void removePart() {
    File[] files = part.toFile().listFiles();
    for (File file : files == null ? new File[0] : files) {
      file.delete();
    }
    part.toFile().delete();
  }

  private void finish() throws IOException {
    if (written.isEmpty()) {
      return;
    }
    Files.deleteIfExists(annotations);
    Files.move(part, annotations);
    PythonJson json = new PythonJson();
    json.raw("{");
    sizes.forEach((id, size) ->
        json.raw(json.length() == 1 ? "" : ", ")
            .string(FileNumbers.fileName(id, ""))
            .raw(": ")
            .raw(size));
    json.raw("}");
    AtomicFile.write(folder.resolve(SplitLayout.SIZES), out -> json.writeTo(out, 0, json.length()));
  }
}
