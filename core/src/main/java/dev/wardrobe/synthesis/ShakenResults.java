package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.predictions.ResultFiles;
import dev.wardrobe.predictions.ResultKind;
import dev.wardrobe.predictions.RetrievalRow;
import dev.wardrobe.predictions.RetrievalRow.Retrieved;
import dev.wardrobe.results.LandmarkForm;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Results of a made-up model for a made-up split, in the four official formats: its own items,
 * moved about by chance, some missed, some taken for another category, some found twice. Equal
 * seeds give equal files. All four files tell of the same findings.
 */
public final class ShakenResults {
  private static final int RETRIEVED = 20;
  private static final double TRUE_MATCH = .2;

  private final SyntheticSplit split;
  private final long seed;
  private final List<GalleryItem> gallery = new ArrayList<>();

  /** An item of a shop's photo that takes part in pairs. */
  private record GalleryItem(Retrieved found, int pairId, int style) {}

  private ShakenResults(SyntheticSplit split, long seed) {
    this.split = split;
    this.seed = seed;
    photos()
        .filter(photo -> isFrom(photo, Source.SHOP))
        .forEach(photo -> {
          for (Item item : photo.items()) {
            if (item.style() > 0) {
              Retrieved found = new Retrieved(photo.imageId(), item.box());
              gallery.add(new GalleryItem(found, photo.pairId(), item.style()));
            }
          }
        });
  }

  private Stream<Photo> photos() {
    return IntStream.rangeClosed(1, split.photoCount()).mapToObj(split::photo);
  }

  private static boolean isFrom(Photo photo, Source source) {
    return photo.source().filter(source::equals).isPresent();
  }

  /**
   * Writes the four files.
   *
   * @param folder made if it is not there; files of the same names are replaced
   * @throws DatasetException if it cannot be written
   * @see ResultKind#fileName
   */
  public static void write(SyntheticSplit split, long seed, Path folder) {
    ShakenResults results = new ShakenResults(split, seed);
    ResultFiles.write(
        folder,
        EnumSet.allOf(ResultKind.class),
        LandmarkForm.OFFICIAL,
        files -> results.findings(files::add));
    Stream<RetrievalRow> rows =
        results.photos().filter(photo -> isFrom(photo, Source.USER)).flatMap(results::rows);
    ResultFiles.writeRetrieval(folder, rows);
  }

  private void findings(Consumer<PredictedPhoto> action) {
    photos()
        .forEach(photo -> {
          ImageSize size = photo.size().orElseThrow();
          List<PredictedItem> items =
              ShakenItem.of(photo, seed).stream().map(item -> item.predicted(size)).toList();
          action.accept(
              new PredictedPhoto(photo.imageId(), photo.fileName(), size, photo.source(), items));
        });
  }

  private Stream<RetrievalRow> rows(Photo photo) {
    return ShakenItem.of(photo, seed).stream()
        .map(item ->
            new RetrievalRow(
                photo.imageId(),
                item.box(),
                item.category(),
                item.score(),
                retrieved(photo, item)));
  }

  /** Each place goes to a true match now and then, else to anything. */
  private List<Retrieved> retrieved(Photo photo, ShakenItem query) {
    Dice dice = new Dice(seed, photo.imageId(), query.noise());
    int[] matches =
        IntStream.range(0, gallery.size())
            .filter(i -> matches(photo, query, gallery.get(i)))
            .toArray();
    Set<Integer> chosen = new LinkedHashSet<>();
    int places = Math.min(RETRIEVED, gallery.size());
    while (chosen.size() < places) {
      boolean right = matches.length > 0 && dice.chance(TRUE_MATCH);
      chosen.add(right ? matches[dice.below(matches.length)] : dice.below(gallery.size()));
    }
    return chosen.stream().map(place -> gallery.get(place).found).toList();
  }

  private static boolean matches(Photo photo, ShakenItem query, GalleryItem item) {
    return item.pairId == photo.pairId() && item.style == query.item().style();
  }
}
