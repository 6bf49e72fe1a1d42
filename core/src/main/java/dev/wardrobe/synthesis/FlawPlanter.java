package dev.wardrobe.synthesis;

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
 * Plants known flaws into a split's folder that {@link SplitFolderWriter} wrote, each into a photo
 * of its own, so that one does not hide another. A flaw that loses items goes where their garment
 * has other photos of the same source, so that no orphan comes with it.
 *
 * <p>Which photo gets a flaw depends on the folder and on the flaws planted before. Not safe for
 * use by several threads.
 */
public final class FlawPlanter {
  private static final int LONE_STYLE = 99;

  private final Path folder;
  private final boolean illustrated;
  private final List<Photo> photos = new ArrayList<>();
  private final Map<GarmentKey, Integer> occurrences = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private int lastId;

  /**
   * Where a flaw is now.
   *
   * @param flaw which
   * @param file relative to the split's folder
   * @param imageId the photo's number
   * @param item the key, such as "item1"; empty if the flaw is about the whole file
   */
  public record Planted(Flaw flaw, Path file, int imageId, String item) {}

  private record GarmentKey(int pairId, int style, Optional<Source> source) {}

  /**
   * Reads a split.
   *
   * @param folder holds annos and image, or annos and sizes.json
   * @throws DatasetException if it is no split
   */
  public FlawPlanter(Path folder) {
    this.folder = folder;
    Path side = folder.resolve(SplitLayout.SIZES);
    ImageSizes sizes = Files.exists(side) ? ImageSizes.read(side) : ImageSizes.NONE;
    DatasetOptions options = new DatasetOptions(() -> new char[0], sizes);
    try (Dataset dataset = Dataset.open(folder, options)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("planting flaws");
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
   * Plants a flaw into the first photo that it suits.
   *
   * @throws DatasetException if no photo is left that it suits, or a file cannot be written
   */
  public Planted plant(Flaw flaw) {
    boolean possible = illustrated || !flaw.needsPhotos();
    try {
      for (Photo photo : possible ? photos : List.<Photo>of()) {
        if (!used.contains(photo.imageId()) && (!loses(flaw) || spare(photo))) {
          Optional<Planted> planted = plant(flaw, photo);
          if (planted.isPresent()) {
            note(flaw, photo, planted.get());
            return planted.get();
          }
        }
      }
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot plant %s into %s: %s".formatted(flaw, folder, e.getMessage()), e);
    }
    throw new DatasetException(
        "Cannot plant %s into %s: expected %s, but found none left; make a larger set"
            .formatted(flaw, folder, possible ? "a photo it suits" : "photos beside annotations"));
  }

  private static boolean loses(Flaw flaw) {
    return flaw.rule() == Rule.ITEM_NONE || flaw.rule().consequence() != Consequence.KEPT;
  }

  private boolean spare(Photo photo) {
    return photo.items().stream()
        .allMatch(item -> item.style() == 0 || occurrences.getOrDefault(key(photo, item), 0) > 1);
  }

  private void note(Flaw flaw, Photo photo, Planted planted) {
    used.add(photo.imageId());
    lastId = Math.max(lastId, planted.imageId());
    if (loses(flaw)) {
      photo.items().forEach(item -> occurrences.merge(key(photo, item), -1, Integer::sum));
    }
  }

  private Optional<Planted> plant(Flaw flaw, Photo photo) throws IOException {
    return switch (flaw.edit()) {
      case FlawEdit.OfText text -> plantText(flaw, photo, text);
      case FlawEdit.OfItem item -> plantItem(flaw, photo, item);
      case FlawEdit.OfStyle style -> plantStyle(flaw, photo, style);
      case FlawEdit.OfFiles files -> {
        Path file = files.change().apply(folder, photo.imageId(), lastId);
        yield Optional.of(new Planted(flaw, file, imageId(file, photo), ""));
      }
    };
  }

  /** The number in a file's name, or the photo's for a stray. */
  private static int imageId(Path file, Photo photo) {
    String name = String.valueOf(file.getFileName());
    String digits = name.substring(0, name.indexOf('.'));
    return digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : photo.imageId();
  }

  private Optional<Planted> plantText(Flaw flaw, Photo photo, FlawEdit.OfText edit)
      throws IOException {
    Path file = folder.resolve(FileFlaws.annotation(photo.imageId()));
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String item = photo.items().getFirst().key();
    String spoiled = edit.change().apply(text, item);
    if (spoiled.equals(text)) {
      return Optional.empty();
    }
    Files.writeString(file, spoiled, StandardCharsets.ISO_8859_1);
    boolean wholePhoto = flaw.rule().consequence() == Consequence.PHOTO_SKIPPED;
    return Optional.of(planted(flaw, photo, wholePhoto ? "" : item));
  }

  private Optional<Planted> plantItem(Flaw flaw, Photo photo, FlawEdit.OfItem edit)
      throws IOException {
    for (Item item : photo.items()) {
      Optional<Item> spoiled = photo.size().flatMap(size -> edit.change().apply(item, size));
      if (spoiled.isPresent()) {
        return Optional.of(replace(flaw, photo, spoiled.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Planted> plantStyle(Flaw flaw, Photo photo, FlawEdit.OfStyle edit)
      throws IOException {
    if (!photo.source().equals(Optional.of(edit.source()))) {
      return Optional.empty();
    }
    for (Item item : photo.items()) {
      if (item.style() == 0) {
        return Optional.of(replace(flaw, photo, ItemFlaws.withStyle(item, LONE_STYLE)));
      }
    }
    return Optional.empty();
  }

  private Planted replace(Flaw flaw, Photo photo, Item spoiled) throws IOException {
    List<Item> items =
        photo.items().stream()
            .map(item -> item.number() == spoiled.number() ? spoiled : item)
            .toList();
    Photo changed =
        new Photo(
            photo.imageId(), photo.fileName(), photo.size(), photo.source(), photo.pairId(), items);
    Files.write(
        folder.resolve(FileFlaws.annotation(photo.imageId())), AnnotationWriter.toJson(changed));
    return planted(flaw, photo, spoiled.key());
  }

  private static Planted planted(Flaw flaw, Photo photo, String item) {
    return new Planted(flaw, FileFlaws.annotation(photo.imageId()), photo.imageId(), item);
  }

  private static GarmentKey key(Photo photo, Item item) {
    return new GarmentKey(photo.pairId(), item.style(), photo.source());
  }
}
