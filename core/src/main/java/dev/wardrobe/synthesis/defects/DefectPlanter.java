package dev.wardrobe.synthesis.defects;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AnnotationWriter;
import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import dev.wardrobe.files.SplitLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plants known defects into a split's folder that a SplitFolderWriter wrote, each into a photo of
 * its own, so that one does not hide another. A defect that loses items goes where their garment
 * has other photos of the same source, so that no orphan comes with it.
 *
 * <p>Which photo gets a defect depends on the folder and on the defects planted before. Not safe
 * for use by several threads.
 */
public final class DefectPlanter {
  private final Path folder;
  private final boolean illustrated;
  private final List<Photo> photos = new ArrayList<>();
  private final Map<GarmentKey, Integer> occurrences = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private int lastId;

  /**
   * Where a defect is now.
   *
   * @param defect which
   * @param file relative to the split's folder
   * @param imageId the photo's number
   * @param item the key, such as "item1"; empty if the defect is about the whole file
   */
  public record Planted(Defect defect, Path file, int imageId, String item) {}

  /**
   * What was planted.
   *
   * @param all where each defect is now, in the order of their kinds
   * @param missing kinds for which no photo was left that they suit
   */
  public record Harvest(List<Planted> all, List<Defect> missing) {}

  private record GarmentKey(int pairId, int style, Optional<Source> source) {}

  /**
   * Reads a split.
   *
   * @param folder holds annos and image, or annos and sizes.json
   * @throws DatasetException if it is no split
   */
  public DefectPlanter(Path folder) {
    this.folder = folder;
    Path side = folder.resolve(SplitLayout.SIZES);
    ImageSizes sizes = Files.exists(side) ? ImageSizes.read(side) : ImageSizes.NONE;
    DatasetOptions options = new DatasetOptions(() -> new char[0], sizes);
    try (Dataset dataset = Dataset.open(folder, options)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("planting defects");
      illustrated = split.illustrated();
      split.forEach(
          ReadOptions.defaults(),
          reading -> {
            lastId = reading.imageId();
            reading.photo().ifPresent(photos::add);
          });
    }
    for (Photo photo : photos) {
      photo.items().forEach(item -> occurrences.merge(key(photo, item), 1, Integer::sum));
    }
  }

  /**
   * Plants a defect into the first photo that it suits.
   *
   * @throws DatasetException if no photo is left that it suits, or a file cannot be written
   */
  public Planted plant(Defect defect) {
    return tryToPlant(defect)
        .orElseThrow(() ->
            new DatasetException(
                "Cannot plant %s into %s: expected %s, but found none left; make a larger set"
                    .formatted(
                        defect,
                        folder,
                        possible(defect) ? "a photo it suits" : "photos beside annotations")));
  }

  /**
   * Plants one defect of each kind; those of photos only if there are photos.
   *
   * @throws DatasetException if a file cannot be written
   */
  public Harvest plantEach() {
    List<Planted> all = new ArrayList<>();
    List<Defect> missing = new ArrayList<>();
    for (Defect defect : Defect.values()) {
      if (possible(defect)) {
        tryToPlant(defect).ifPresentOrElse(all::add, () -> missing.add(defect));
      }
    }
    return new Harvest(List.copyOf(all), List.copyOf(missing));
  }

  private boolean possible(Defect defect) {
    return illustrated || !defect.needsPhotos();
  }

  private Optional<Planted> tryToPlant(Defect defect) {
    try {
      for (Photo photo : possible(defect) ? photos : List.<Photo>of()) {
        if (!used.contains(photo.imageId()) && (!loses(defect) || spare(photo))) {
          Optional<Planted> planted = plant(defect, photo);
          if (planted.isPresent()) {
            note(defect, photo, planted.get());
            return planted;
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot plant %s into %s: %s".formatted(defect, folder, IoReason.of(e)), e);
    }
  }

  private static boolean loses(Defect defect) {
    return defect.rule() == Rule.ITEM_NONE || defect.rule().consequence() != Consequence.KEPT;
  }

  private boolean spare(Photo photo) {
    return photo.items().stream()
        .allMatch(item -> item.style() == 0 || occurrences.getOrDefault(key(photo, item), 0) > 1);
  }

  private void note(Defect defect, Photo photo, Planted planted) {
    used.add(photo.imageId());
    lastId = Math.max(lastId, planted.imageId());
    if (loses(defect)) {
      photo.items().forEach(item -> occurrences.merge(key(photo, item), -1, Integer::sum));
    }
  }

  private Optional<Planted> plant(Defect defect, Photo photo) throws IOException {
    return switch (defect.edit()) {
      case DefectEdit.OfText text -> plantText(defect, photo, text);
      case DefectEdit.OfItem item -> plantItem(defect, photo, item);
      case DefectEdit.OfStyle style -> plantStyle(defect, photo, style);
      case DefectEdit.OfFiles files -> {
        Path file = files.change().apply(folder, photo.imageId(), lastId);
        yield Optional.of(new Planted(defect, file, imageId(file, photo), ""));
      }
    };
  }

  /** The number in a file's name, or the photo's for a stray. */
  private static int imageId(Path file, Photo photo) {
    String name = String.valueOf(file.getFileName());
    String digits = name.substring(0, name.indexOf('.'));
    return digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : photo.imageId();
  }

  private Optional<Planted> plantText(Defect defect, Photo photo, DefectEdit.OfText edit)
      throws IOException {
    Path file = folder.resolve(FileDefects.annotation(photo.imageId()));
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String item = photo.items().getFirst().key();
    String spoiled = edit.change().apply(text, item);
    if (spoiled.equals(text)) {
      return Optional.empty();
    }
    Files.writeString(file, spoiled, StandardCharsets.ISO_8859_1);
    boolean wholePhoto = defect.rule().consequence() == Consequence.PHOTO_SKIPPED;
    return Optional.of(planted(defect, photo, wholePhoto ? "" : item));
  }

  private Optional<Planted> plantItem(Defect defect, Photo photo, DefectEdit.OfItem edit)
      throws IOException {
    for (Item item : photo.items()) {
      Optional<Item> spoiled = photo.size().flatMap(size -> edit.change().apply(item, size));
      if (spoiled.isPresent()) {
        return Optional.of(replace(defect, photo, spoiled.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Planted> plantStyle(Defect defect, Photo photo, DefectEdit.OfStyle edit)
      throws IOException {
    if (!photo.source().equals(Optional.of(edit.source()))) {
      return Optional.empty();
    }
    for (Item item : photo.items()) {
      if (item.style() == 0) {
        return Optional.of(replace(defect, photo, ItemDefects.withStyle(item, edit.style())));
      }
    }
    return Optional.empty();
  }

  private Planted replace(Defect defect, Photo photo, Item spoiled) throws IOException {
    List<Item> items =
        photo.items().stream()
            .map(item -> item.number() == spoiled.number() ? spoiled : item)
            .toList();
    Photo changed =
        new Photo(
            photo.imageId(), photo.fileName(), photo.size(), photo.source(), photo.pairId(), items);
    Files.write(
        folder.resolve(FileDefects.annotation(photo.imageId())), AnnotationWriter.toJson(changed));
    return planted(defect, photo, spoiled.key());
  }

  private static Planted planted(Defect defect, Photo photo, String item) {
    return new Planted(defect, FileDefects.annotation(photo.imageId()), photo.imageId(), item);
  }

  private static GarmentKey key(Photo photo, Item item) {
    return new GarmentKey(photo.pairId(), item.style(), photo.source());
  }
}
