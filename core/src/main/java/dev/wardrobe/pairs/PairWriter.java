package dev.wardrobe.pairs;

import dev.wardrobe.json.PythonJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Writes pairs as CSV with a header line, or as JSON lines. The columns are the same: label
 * (positive, hard_negative, negative), then of the consumer item and of the shop item each
 * image_id, item (1 for item1), category_id, pair_id, style and box (x1, y1, x2, y2).
 */
public final class PairWriter implements PairSampler.Sink {
  private static final int FLUSH = 1 << 16;

  private static final String HEADER =
      "label," + columns("consumer") + "," + columns("shop") + "\n";

  private final ItemIndex items;
  private final Format format;
  private final OutputStream out;
  private final PythonJson text = new PythonJson(FLUSH * 2);

  /** How to write a pair. */
  public enum Format {
    /** Comma-separated, with a header. */
    CSV,
    /** One JSON object a line. */
    JSONL
  }

  /**
   * A writer; the CSV header is written at once.
   *
   * @param out gets the text; not closed. Call {@link #finish} at the end
   */
  public PairWriter(ItemIndex items, Format format, OutputStream out) {
    this.items = items;
    this.format = format;
    this.out = out;
    if (format == Format.CSV) {
      text.raw(HEADER);
    }
  }

  private static String columns(String side) {
    return String.join(
        ",",
        side + "_image_id",
        side + "_item",
        side + "_category_id",
        side + "_pair_id",
        side + "_style",
        side + "_x1",
        side + "_y1",
        side + "_x2",
        side + "_y2");
  }

  /**
   * Writes a pair.
   *
   * @throws UncheckedIOException if writing fails
   */
  @Override
  public void accept(int consumer, int shop, PairSampler.Label label) {
    String name = label.name().toLowerCase(Locale.ROOT);
    if (format == Format.CSV) {
      text.raw(name);
      csv(consumer);
      csv(shop);
    } else {
      text.raw("{\"label\": \"").raw(name).raw("\", \"consumer\": ");
      json(consumer);
      text.raw(", \"shop\": ");
      json(shop);
      text.raw("}");
    }
    text.raw("\n");
    if (text.length() > FLUSH) {
      flush();
    }
  }

  /**
   * Writes what is still held back.
   *
   * @throws UncheckedIOException if writing fails
   */
  public void finish() {
    flush();
  }

  private void csv(int item) {
    text.raw(",").integer(items.imageId(item)).raw(",").integer(items.itemNumber(item));
    text.raw(",").integer(items.category(item).id()).raw(",").integer(items.pairId(item));
    text.raw(",").integer(items.style(item));
    for (int corner = 0; corner < 4; corner++) {
      text.raw(",");
      number(items.box(item, corner));
    }
  }

  private void json(int item) {
    text.raw("{\"image_id\": ").integer(items.imageId(item));
    text.raw(", \"item\": ").integer(items.itemNumber(item));
    text.raw(", \"category_id\": ").integer(items.category(item).id());
    text.raw(", \"pair_id\": ").integer(items.pairId(item));
    text.raw(", \"style\": ").integer(items.style(item)).raw(", \"box\": [");
    for (int corner = 0; corner < 4; corner++) {
      text.raw(corner == 0 ? "" : ", ");
      number(items.box(item, corner));
    }
    text.raw("]}");
  }

  private void number(double value) {
    if (value == Math.rint(value)) {
      text.integer((long) value);
    } else {
      text.real(value);
    }
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
