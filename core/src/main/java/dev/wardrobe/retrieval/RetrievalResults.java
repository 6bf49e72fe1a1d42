package dev.wardrobe.retrieval;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ProblemList;
import dev.wardrobe.results.ResultsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What a model retrieved: one row for each item it detected in a consumer's photo, with up to
 * {@value #RESULTS} items of shops' photos, best first. Rows are numbered from 0 in the order of
 * the file. In flat arrays, some 870 bytes a row. Immutable.
 *
 * <p>The official format is a JSON list of objects with query_image_id, query_bbox [x1, y1, x2,
 * y2], query_cls (the category's number), query_score, gallery_image_id (a list of ids) and
 * gallery_bbox (as many boxes). A row may have any number of results: fewer than {@value #RESULTS},
 * with which the official script ends, are counted as {@link #shortRows}; of more only the first
 * {@value #RESULTS} are kept. Boxes may be turned inside out; they overlap nothing.
 */
public final class RetrievalResults {
  /** How many results of a row count. */
  public static final int RESULTS = 20;

  private final int size;
  private final long[] records;
  private final long[] images;
  private final int[] categories;
  private final double[] scores;
  private final double[] boxes;
  private final int[] starts;
  private final ResultStore gallery;
  private final int shortRows;
  private final RecordFile.LeftOut leftOut;

  private RetrievalResults(Builder from, RecordFile.LeftOut leftOut) {
    size = from.size;
    records = from.records;
    images = from.images;
    categories = from.categories;
    scores = from.scores;
    boxes = from.boxes;
    starts = from.starts;
    gallery = from.gallery;
    shortRows = from.shortRows;
    this.leftOut = leftOut;
  }

  /**
   * Reads a results file in the official format: plain, gzip or a zip of one file, told apart by
   * their first bytes.
   *
   * <p>A record is bad if a key is missing, a number is none or not finite, a box has not four
   * numbers, the category is none of the 13, or there are not as many gallery boxes as gallery ids.
   * {@link BadResults#OFFICIAL} accepts what the official script does: numbers that are not finite,
   * unknown categories, ids that are no whole numbers (both equal nothing), numbers after the four
   * of a box, and lists of different lengths if both have {@value #RESULTS} entries or more.
   *
   * @param bad what to do with bad records. Those skipped are in {@link #problems}; of a file cut
   *     short the records before the cut are kept then. A file without any good record, or of
   *     another kind, is refused always; an empty list is none of these
   * @throws ResultsException if records are bad and may not be skipped
   * @throws DatasetException if the file cannot be opened
   */
  public static RetrievalResults read(Path file, BadResults bad) {
    return read(file, bad, done -> {});
  }

  /**
   * Reads a results file as {@link #read(Path, BadResults)} does.
   *
   * @param progress gets the number of bytes of the file read so far
   * @throws ResultsException if records are bad and may not be skipped
   * @throws DatasetException if the file cannot be opened
   */
  public static RetrievalResults read(Path file, BadResults bad, LongConsumer progress) {
    ResultRowFormat format = new ResultRowFormat();
    RecordFile.LeftOut leftOut = RecordFile.read(file, format, bad, progress);
    return new RetrievalResults(format.rows(), leftOut);
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** A row's position in the file, from 1; bad records count. */
  public long record(int row) {
    return records[row];
  }

  /** The photo in which the item was detected. */
  public long imageId(int row) {
    return images[row];
  }

  /** The category as which it was detected: 1 to 13, or 0 for any other number. */
  public int category(int row) {
    return categories[row];
  }

  /** The detection's score; any number. */
  public double score(int row) {
    return scores[row];
  }

  /** One number of the detection's box: 0 to 3 for x1, y1, x2, y2, in pixels. */
  public double box(int row, int corner) {
    return boxes[4 * row + corner];
  }

  /** How many results a row has, 0 to {@value #RESULTS}. */
  public int resultCount(int row) {
    return starts[row + 1] - starts[row];
  }

  /**
   * The photo of a result.
   *
   * @param rank from 1, the best, to {@link #resultCount}
   */
  public long galleryImageId(int row, int rank) {
    return gallery.image(starts[row] + rank - 1);
  }

  /** One number of a result's box: corner 0 to 3 for x1, y1, x2, y2, in pixels. */
  public double galleryBox(int row, int rank, int corner) {
    return gallery.corner(starts[row] + rank - 1, corner);
  }

  /** How many rows have fewer than {@value #RESULTS} results. */
  public int shortRows() {
    return shortRows;
  }

  /** How many records were left out because something is wrong with them. */
  public long leftOut() {
    return leftOut.records();
  }

  /** What was wrong with them. */
  public ProblemList problems() {
    return leftOut.problems();
  }

  double iou(int row, QueryItem item) {
    return ResultStore.iou(boxes, 4 * row, item.box());
  }

  double iou(int row, int rank, GalleryItem item) {
    return gallery.iou(starts[row] + rank - 1, item);
  }

  /** Collects rows; not for use by several threads at once, and not after {@link #build}. */
  public static final class Builder {
    private int size;
    private int shortRows;
    private long[] records = new long[64];
    private long[] images = new long[64];
    private int[] categories = new int[64];
    private double[] scores = new double[64];
    private double[] boxes = new double[4 * 64];
    private int[] starts = new int[65];
    private final ResultStore gallery = new ResultStore();

    /** No rows yet. */
    public Builder() {}

    /**
     * Adds the next row.
     *
     * @param box x1, y1, x2, y2
     * @param galleryImageIds of the results, best first
     * @param galleryBoxes four numbers for each of them
     * @throws IllegalArgumentException if a box has not four numbers
     */
    public Builder add(
        long imageId,
        int category,
        double score,
        double[] box,
        long[] galleryImageIds,
        double[] galleryBoxes) {
      if (box.length != 4 || galleryBoxes.length != 4 * galleryImageIds.length) {
        throw new IllegalArgumentException(
            "Expected 4 numbers a box, but got %d, and %d for %d results"
                .formatted(box.length, galleryBoxes.length, galleryImageIds.length));
      }
      int count = Math.min(RESULTS, galleryImageIds.length);
      add(size + 1, imageId, category, score, box, galleryImageIds, galleryBoxes, count);
      return this;
    }

    void add(
        long record,
        long imageId,
        int category,
        double score,
        double[] box,
        long[] galleryImageIds,
        double[] galleryBoxes,
        int count) {
      reserve();
      records[size] = record;
      images[size] = imageId;
      categories[size] = category;
      scores[size] = score;
      System.arraycopy(box, 0, boxes, 4 * size, 4);
      for (int i = 0; i < count; i++) {
        gallery.add(galleryImageIds[i], galleryBoxes, 4 * i);
      }
      starts[++size] = gallery.size();
      shortRows += count < RESULTS ? 1 : 0;
    }

    private void reserve() {
      if (size == images.length) {
        int capacity = size + (size >> 1);
        records = Arrays.copyOf(records, capacity);
        images = Arrays.copyOf(images, capacity);
        categories = Arrays.copyOf(categories, capacity);
        scores = Arrays.copyOf(scores, capacity);
        boxes = Arrays.copyOf(boxes, 4 * capacity);
        starts = Arrays.copyOf(starts, capacity + 1);
      }
    }

    /** What was collected. */
    public RetrievalResults build() {
      return new RetrievalResults(this, new RecordFile.LeftOut(0, new ProblemList()));
    }
  }
}
