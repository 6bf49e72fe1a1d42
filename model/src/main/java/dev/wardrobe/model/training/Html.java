package dev.wardrobe.model.training;

/** Text inside HTML that is XML, too. */
final class Html {
  private Html() {}

  /** The text with markup escaped, and with U+FFFD for control characters. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
  }
}
