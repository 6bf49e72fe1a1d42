package dev.wardrobe.json;

import java.util.HexFormat;

/** Backslash escapes in JSON texts. */
final class JsonEscapes {
  private JsonEscapes() {}

  /** The text they stand for; an escape that JSON does not know stands for its letter. */
  static String resolve(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\' || i == raw.length()) {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(i++);
      if (escape == 'u' && i + 4 <= raw.length() && isHex(raw, i)) {
        text.append((char) Integer.parseInt(raw, i, i + 4, 16));
        i += 4;
      } else {
        text.append(single(escape));
      }
    }
    return text.toString();
  }

  private static boolean isHex(String raw, int from) {
    for (int i = from; i < from + 4; i++) {
      if (!HexFormat.isHexDigit(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char single(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }
}
