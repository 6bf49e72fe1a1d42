package dev.wardrobe.predictions;

import dev.wardrobe.json.PythonJson;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON list under way; never in memory as a whole. */
final class RecordList {
  private static final int FLUSH = 1 << 16;

  private final OutputStream out;
  private final PythonJson text = new PythonJson(2 * FLUSH).raw("[");
  private boolean begun;

  RecordList(OutputStream out) {
    this.out = out;
  }

  /** Where the next record is to be written, at once. */
  PythonJson next() throws IOException {
    if (text.length() > FLUSH) {
      flush();
    }
    text.raw(begun ? ", " : "");
    begun = true;
    return text;
  }

  /** Ends the list. */
  void finish() throws IOException {
    text.raw("]");
    flush();
  }

  private void flush() throws IOException {
    text.writeTo(out, 0, text.length());
    text.clear();
  }
}
