package dev.wardrobe.pairs;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.json.JsonNumbers;
import dev.wardrobe.json.PythonJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Writes the ground truth of the retrieval benchmark in the format of the official query_gt.json
 * and gallery_gt.json: one JSON list each, in order of image ids and of the annotation files.
 *
 * <p>Query rows {@code {"style", "pair_id", "query_image_id", "bbox", "cls"}} are all items of
 * consumer photos, those of style 0 too: they take part in assigning detections. Gallery rows
 * {@code {"gallery_image_id", "style", "pair_id", "bbox"}} are the items of shop photos with a
 * style above 0. Boxes are [x1, y1, x2, y2] as the annotation has them.
 */
public final class RetrievalLists {
  private static final int FLUSH = 1 << 16;

  private final Consumer<Finding> findings;
  private final Rows queries;
  private final Rows gallery;
  private int benchmarkQueries;

  /**
   * How many rows were written.
   *
   * @param queries rows of the query list
   * @param benchmarkQueries those with a style above 0: the benchmark's denominator
   * @param gallery rows of the gallery list
   */
  public record Summary(int queries, int benchmarkQueries, int gallery) {}

  private RetrievalLists(Consumer<Finding> findings, OutputStream query, OutputStream gallery) {
    this.findings = findings;
    this.queries = new Rows(query);
    this.gallery = new Rows(gallery);
  }

  /**
   * Writes both lists of a split.
   *
   * @param reading threads and progress; photos are not opened
   * @param findings gets everything wrong that was met on the way
   * @param query gets the query list; not closed
   * @param gallery gets the gallery list; not closed
   * @throws DatasetException if the split has no annotations
   * @throws IOException if writing fails
   */
  public static Summary write(
      DatasetSplit split,
      ReadOptions reading,
      Consumer<Finding> findings,
      OutputStream query,
      OutputStream gallery)
      throws IOException {
    split.requireAnnotated();
    RetrievalLists lists = new RetrievalLists(findings, query, gallery);
    try {
      split.forEach(reading.withImageHeaders(false), lists::take);
      return lists.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void take(PhotoReading reading) {
    reading.findings().forEach(findings);
    reading.photo().ifPresent(this::take);
  }

  private void take(Photo photo) {
    boolean consumer = photo.source().filter(source -> source == Source.USER).isPresent();
    for (Item item : photo.items()) {
      if (consumer) {
        addQuery(photo, item);
      } else if (item.style() > 0) {
        addGallery(photo, item);
      }
    }
  }

  private void addQuery(Photo photo, Item item) {
    PythonJson row = queries.next();
    row.raw("{\"style\": ").integer(item.style()).raw(", \"pair_id\": ").integer(photo.pairId());
    row.raw(", \"query_image_id\": ").integer(photo.imageId()).raw(", \"bbox\": ");
    JsonNumbers.write(row, item.boundingBox());
    row.raw(", \"cls\": ").integer(item.category().id()).raw("}");
    if (item.style() > 0) {
      benchmarkQueries++;
    }
  }

  private void addGallery(Photo photo, Item item) {
    PythonJson row = gallery.next();
    row.raw("{\"gallery_image_id\": ").integer(photo.imageId());
    row.raw(", \"style\": ").integer(item.style()).raw(", \"pair_id\": ").integer(photo.pairId());
    row.raw(", \"bbox\": ");
    JsonNumbers.write(row, item.boundingBox());
    row.raw("}");
  }

  private Summary finish() {
    queries.finish();
    gallery.finish();
    return new Summary(queries.count, benchmarkQueries, gallery.count);
  }

  /** A JSON list under way. */
  private static final class Rows {
    private final OutputStream out;
    private final PythonJson text = new PythonJson(FLUSH * 2);
    private int count;

    Rows(OutputStream out) {
      this.out = out;
      text.raw("[");
    }

    PythonJson next() {
      if (text.length() > FLUSH) {
        flush();
      }
      return text.raw(count++ == 0 ? "" : ", ");
    }

    void finish() {
      text.raw("]");
      flush();
    }

    private void flush() {
      try {
        text.writeTo(out, 0, text.length());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      text.clear();
    }
  }
}
