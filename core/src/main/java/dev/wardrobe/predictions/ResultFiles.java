package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.results.LandmarkForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The official result files of several tasks, written at once while photos come in: memory does not
 * grow with their number. Each file appears whole, once all photos are written, or not at all.
 *
 * <p>An item is in a file if it has what the file tells of: a category for each, and a mask or
 * landmarks. In the official form of landmarks the 294 less the category's own are 0.0, 0.0, 0.0;
 * visibility is 2.0, and 0.0 where the score is 0. The score of an item's landmarks is its own
 * times the mean of theirs: average precision wants the best landmarks first, and a clear item may
 * have unclear landmarks. Boxes and masks have the item's score.
 */
public final class ResultFiles {
  private final Map<ResultKind, RecordList> lists = new EnumMap<>(ResultKind.class);
  private final LandmarkForm form;

  private ResultFiles(LandmarkForm form) {
    this.form = form;
  }

  /**
   * Writes boxes, masks and landmarks, as far as they are asked for; retrieval, which takes all
   * photos together, has {@link #writeRetrieval}.
   *
   * @param folder made if it is not there; files of the same names are replaced
   * @param kinds which files
   * @param form how landmarks are written
   * @param photos hands over all photos, in the order in which they are written
   * @throws DatasetException if a file cannot be written
   */
  public static void write(
      Path folder, Set<ResultKind> kinds, LandmarkForm form, Consumer<ResultFiles> photos) {
    Set<ResultKind> asked = EnumSet.noneOf(ResultKind.class);
    asked.addAll(kinds);
    asked.remove(ResultKind.RETRIEVAL);
    new ResultFiles(form).open(folder, List.copyOf(asked), photos);
  }

  /** Opens one file inside the other, so that all are open when the photos come. */
  private void open(Path folder, List<ResultKind> kinds, Consumer<ResultFiles> photos) {
    if (kinds.isEmpty()) {
      photos.accept(this);
      return;
    }
    ResultKind kind = kinds.getFirst();
    AtomicFile.write(
        folder.resolve(kind.fileName()),
        out -> {
          RecordList list = new RecordList(out);
          lists.put(kind, list);
          open(folder, kinds.subList(1, kinds.size()), photos);
          list.finish();
        });
  }

  /** Writes what was found in the next photo. */
  public void add(PredictedPhoto photo) {
    for (PredictedItem item : photo.items()) {
      item.category().ifPresent(category -> add(photo.imageId(), item, category));
    }
  }

  private void add(int imageId, PredictedItem item, Category category) {
    try {
      for (Map.Entry<ResultKind, RecordList> each : lists.entrySet()) {
        if (tells(each.getKey(), item)) {
          var json = ResultText.start(each.getValue().next(), imageId, category);
          switch (each.getKey()) {
            case BOXES -> ResultText.box(json, item.box());
            case MASKS -> ResultText.mask(json, item.mask().orElseThrow());
            case LANDMARKS ->
                ResultText.landmarks(json, category, item.landmarks().orElseThrow(), form);
            case RETRIEVAL -> throw new IllegalStateException("Not written by photo");
          }
          ResultText.end(json, score(each.getKey(), item));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double score(ResultKind kind, PredictedItem item) {
    return kind == ResultKind.LANDMARKS
        ? item.score() * item.landmarks().orElseThrow().meanScore()
        : item.score();
  }

  private static boolean tells(ResultKind kind, PredictedItem item) {
    return switch (kind) {
      case BOXES -> true;
      case MASKS -> item.mask().isPresent();
      case LANDMARKS -> item.landmarks().isPresent();
      case RETRIEVAL -> false;
    };
  }

  /**
   * Writes what was retrieved.
   *
   * @param folder made if it is not there; a file of the same name is replaced
   * @param rows in the order in which they are written
   * @throws DatasetException if the file cannot be written
   */
  public static void writeRetrieval(Path folder, Stream<RetrievalRow> rows) {
    AtomicFile.write(
        folder.resolve(ResultKind.RETRIEVAL.fileName()),
        out -> {
          RecordList list = new RecordList(out);
          for (Iterator<RetrievalRow> each = rows.iterator(); each.hasNext(); ) {
            ResultText.row(list.next(), each.next());
          }
          list.finish();
        });
  }
}
