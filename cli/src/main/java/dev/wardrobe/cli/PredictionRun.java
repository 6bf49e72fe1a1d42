package dev.wardrobe.cli;

import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PhotoOutcome;
import dev.wardrobe.model.prediction.PredictionOptions;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.model.prediction.Retrieval;
import dev.wardrobe.predictions.EmbeddingFiles;
import dev.wardrobe.predictions.EmbeddingTable;
import dev.wardrobe.predictions.PhotoTable;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.predictions.ResultFiles;
import dev.wardrobe.predictions.ResultKind;
import dev.wardrobe.predictions.RetrievalRow;
import dev.wardrobe.results.LandmarkForm;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run of a model over photos: everything that is written for it, and what to say of it. */
final class PredictionRun {
  private static final int NAMED = 10;

  private final Predictor predictor;
  private final PhotoArguments photos;
  private final Path out;
  private final Set<ResultKind> kinds;
  private final LandmarkForm form;
  private final PrintWriter err;
  private final List<String> firstSkipped = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private long done;
  private long items;
  private long skipped;
  private double seconds;

  PredictionRun(
      Predictor predictor,
      PhotoArguments photos,
      Path out,
      Set<ResultKind> kinds,
      LandmarkForm form,
      PrintWriter err) {
    this.predictor = predictor;
    this.photos = photos;
    this.out = out;
    this.kinds = kinds;
    this.form = form;
    this.err = err;
  }

  /**
   * Looks at the photos and writes what was found.
   *
   * @param pictures how many photos are drawn
   */
  void run(PredictionOptions options, int pictures) {
    long start = System.nanoTime();
    boolean features = predictor.streams().match();
    PictureFolder drawn = new PictureFolder(out, photos.photos().size(), pictures);
    ResultFiles.write(
        out,
        kinds,
        form,
        results ->
            PhotoTable.write(
                out,
                table -> {
                  Files files = new Files(results, table, drawn);
                  if (features) {
                    EmbeddingFiles.write(out, rows -> look(options, files, rows::add));
                  } else {
                    look(options, files, photo -> {});
                  }
                }));
    seconds = (System.nanoTime() - start) / 1e9;
    kinds.stream()
        .filter(kind -> kind != ResultKind.RETRIEVAL)
        .forEach(kind -> written.add(kind.fileName()));
    if (kinds.contains(ResultKind.RETRIEVAL)) {
      retrieve(drawn);
    }
    if (features) {
      written.add(EmbeddingFiles.VECTORS);
      written.add(EmbeddingFiles.INDEX);
    }
    written.add(PhotoTable.FILE);
    RunRecord.write(this, options);
    written.add(RunRecord.FILE);
    if (pictures > 0) {
      drawn.finish(this);
      written.add(PictureFolder.PAGE);
    }
  }

  /** What is written photo by photo. */
  private record Files(ResultFiles results, PhotoTable table, PictureFolder drawn) {}

  private void look(PredictionOptions options, Files files, Consumer<PredictedPhoto> rows) {
    int total = photos.photos().size();
    try (Progress progress = new Progress(err, "Predicting", "photos", total).rated()) {
      predictor.predict(
          photos.photos(),
          options,
          outcome -> {
            switch (outcome) {
              case PhotoOutcome.Found(var photo, var found) ->
                  take(files, rows, photo, found, found);
              case PhotoOutcome.Described(var photo, var found, var annotated) ->
                  take(files, rows, photo, found, annotated);
              case PhotoOutcome.Skipped lost -> {
                files.table.addProblem(lost.photo().imageId(), lost.photo().name(), lost.problem());
                skip(lost);
              }
            }
            progress.accept((int) ++done);
          });
    }
  }

  /**
   * Writes a photo.
   *
   * @param described the items whose features are written
   */
  private void take(
      Files files,
      Consumer<PredictedPhoto> rows,
      PendingPhoto photo,
      PredictedPhoto found,
      PredictedPhoto described) {
    files.results.add(found);
    files.table.add(found);
    rows.accept(described);
    items += found.items().size();
    files.drawn.add(photo, found);
  }

  private void skip(PhotoOutcome.Skipped lost) {
    skipped++;
    if (firstSkipped.size() < NAMED) {
      firstSkipped.add("skipped %s: %s".formatted(lost.photo().name(), lost.problem()));
    }
  }

  private void retrieve(PictureFolder drawn) {
    Similarity similarity = predictor.similarity().orElseThrow();
    try (EmbeddingTable table = EmbeddingTable.open(out)) {
      Retrieval retrieval = new Retrieval(table, similarity);
      RetrievalPictures pictures = new RetrievalPictures(photos, drawn, retrieval.queries());
      try (Progress progress = new Progress(err, "Ranking", "items", retrieval.queries())) {
        Stream<RetrievalRow> rows = retrieval.rows(progress).peek(pictures::add);
        ResultFiles.writeRetrieval(out, rows);
      }
      pictures.draw();
    }
    written.add(ResultKind.RETRIEVAL.fileName());
  }

  /** Names the first photos that were skipped, and says how many there were. */
  void reportSkipped(PrintWriter to) {
    if (skipped == 0) {
      return;
    }
    firstSkipped.forEach(to::println);
    if (skipped > firstSkipped.size()) {
      to.println("... and %,d more".formatted(skipped - firstSkipped.size()));
    }
    to.println(
        "wardrobe: skipped %s; all are in %s"
            .formatted(Words.count(skipped, "photo"), out.resolve(PhotoTable.FILE)));
    to.flush();
  }

  /** What was done, and what to do next, in lines. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s in %s, %.1f a second: %s%s"
            .formatted(
                Words.count(done, "photo"),
                Words.seconds(seconds),
                done / Math.max(1e-9, seconds),
                Words.count(items, "detection"),
                skipped == 0 ? "" : ", %s skipped".formatted(Words.count(skipped, "photo"))));
    lines.add("Wrote to %s: %s".formatted(out, String.join(", ", written)));
    if (photos.annotated() && !kinds.isEmpty()) {
      lines.add("Next:");
      for (ResultKind kind : kinds) {
        lines.add(
            "  wardrobe evaluate %s --gt %s --results %s"
                .formatted(
                    PredictionTasks.verb(kind), photos.path(), out.resolve(kind.fileName())));
      }
    }
    return lines;
  }

  Predictor predictor() {
    return predictor;
  }

  PhotoArguments photos() {
    return photos;
  }

  Path out() {
    return out;
  }

  /** What was written so far. */
  List<String> written() {
    return List.copyOf(written);
  }

  /** How many photos were given. */
  long done() {
    return done;
  }

  /** How many items were found. */
  long items() {
    return items;
  }

  /** How many photos could not be read. */
  long skipped() {
    return skipped;
  }

  /** The similarity of the model's features, if it makes any. */
  Optional<Similarity> similarity() {
    return predictor.similarity();
  }
}
