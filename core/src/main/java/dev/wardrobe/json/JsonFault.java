package dev.wardrobe.json;

import java.io.Serial;

/** JSON that cannot be read on, or a value that is not what was expected, at one place. */
public final class JsonFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int position;
  private final boolean atEnd;
  private final String found;
  private final String expected;

  /**
   * A fault.
   *
   * @param position the index of the byte it is about
   * @param atEnd whether the bytes end there, so that more of them could mend it
   * @param found what is there
   * @param expected what should be there
   */
  JsonFault(int position, boolean atEnd, String found, String expected) {
    // No stack trace: faults are part of reading in pieces, and are turned into messages.
    super("found " + found + ", expected " + expected, null, false, false);
    this.position = position;
    this.atEnd = atEnd;
    this.found = found;
    this.expected = expected;
  }

  /** The index of the byte it is about, in the scanned array. */
  public int position() {
    return position;
  }

  /** Whether the bytes end there, so that more of them could mend it. */
  public boolean atEnd() {
    return atEnd;
  }

  /** What is there and what should be, in one line, for a file that ends where the bytes do. */
  public String problem() {
    String cutOff = atEnd ? "; the file seems cut off, so copy or make it again" : "";
    return "found " + found + ", expected " + expected + cutOff;
  }

  /** What is there, for a message. */
  public String found() {
    return found;
  }

  /** What should be there, for a message. */
  public String expected() {
    return expected;
  }
}
