package dev.wardrobe.synthesis.defects;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Defects of the JSON text, one character a byte, as AnnotationWriter wrote it. */
final class TextDefects {
  private TextDefects() {}

  /** Replaces the first match inside the item. */
  static DefectEdit replacing(String regex, String replacement) {
    Pattern pattern = Pattern.compile(regex);
    return new DefectEdit.OfText((text, item) -> {
      int start = text.indexOf("\"" + item + "\": {");
      int end = text.indexOf('}', start);
      if (start < 0 || end < 0) {
        return text;
      }
      String changed = pattern.matcher(text.substring(start, end)).replaceFirst(replacement);
      return text.substring(0, start) + changed + text.substring(end);
    });
  }

  /** Replaces the first match in the file. */
  static DefectEdit replacingInFile(String regex, String replacement) {
    Pattern pattern = Pattern.compile(regex);
    return new DefectEdit.OfText((text, item) -> pattern.matcher(text).replaceFirst(replacement));
  }

  static String half(String text, String item) {
    return text.substring(0, text.length() / 2);
  }

  static String utf16(String text, String item) {
    return new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1);
  }

  static String byteOrderMark(String text, String item) {
    return "\u00EF\u00BB\u00BF" + text;
  }

  static String renumberedOnlyItem(String text, String item) {
    return text.contains("\"item2\"") ? text : text.replace("\"item1\"", "\"item2\"");
  }
}
