package dev.wardrobe.retrieval;

import java.util.List;
import tools.jackson.core.JsonParser;

/** What the records of a file consist of, and where their values go. */
interface RecordFormat {
  /** What such a file is called in messages. */
  String title();

  /** What to do about bad records. */
  String advice();

  /** The keys that every record must have; others are passed over. */
  List<String> keys();

  /**
   * Takes the value of a key and leaves the parser at its last token.
   *
   * @param key index into {@link #keys}
   */
  void value(int key, JsonParser parser, RecordValues values);

  /** Takes a record whose values were all read; not called for a record with a problem so far. */
  void finish(RecordValues values);
}
