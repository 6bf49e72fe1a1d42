package dev.wardrobe.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wardrobe.json.JsonScanner;
import java.util.Arrays;

/** A scanner over a short text, and its bytes. */
@SuppressWarnings("ArrayRecordComponent") // for tests only
record Scanned(JsonScanner scanner, byte[] bytes) {

  static Scanned of(String text) {
    byte[] plain = (text + " ,").getBytes(UTF_8);
    byte[] bytes = Arrays.copyOf(plain, plain.length + JsonScanner.PADDING);
    JsonScanner scanner = new JsonScanner();
    scanner.reset(bytes, 0, plain.length);
    return new Scanned(scanner, bytes);
  }

  /** Whether the value was read to its end. */
  boolean used() {
    return scanner.peek() == ',';
  }
}
