package dev.wardrobe.statistics;

import dev.wardrobe.markup.XmlText;
import java.util.List;
import java.util.Locale;

/** Draws rectangles and text into an SVG picture, in pixels from the upper left. */
final class SvgCanvas {
  static final String INK = "#1d2733";
  static final String MUTED = "#5d6875";
  static final String LINE = "#dfe4ea";
  static final String PANEL = "#ffffff";
  static final String GROUND = "#f5f7f9";

  // Mean widths over sizes in DejaVu Sans, the widest of the usual fonts, rounded up.
  private static final double WIDEST = .62;
  private static final double WIDEST_BOLD = .7;
  private static final double KEY_SIZE = 14;
  private static final double KEY_GAP = 16;

  private final StringBuilder svg = new StringBuilder();

  /** Where a text's x lies in it. */
  enum Anchor {
    START,
    MIDDLE,
    END;

    private String attribute() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A font: size in pixels, bold or not, and its colour. */
  record Font(double size, boolean bold, String colour) {
    static Font plain(double size) {
      return new Font(size, false, INK);
    }

    static Font bold(double size) {
      return new Font(size, true, INK);
    }

    static Font muted(double size) {
      return new Font(size, false, MUTED);
    }
  }

  /** What a colour means. */
  record ColourKey(String colour, String meaning) {}

  /** An empty picture; title and description are for those who do not see it. */
  SvgCanvas(int width, int height, String title, String description) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    svg.append(" aria-labelledby=\"wardrobe-title wardrobe-desc\"");
    svg.append(
        " viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            .formatted(width, height, width, height));
    svg.append(" font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, ");
    svg.append("'Liberation Sans', 'DejaVu Sans', sans-serif\">\n");
    svg.append("<title id=\"wardrobe-title\">").append(XmlText.escape(title)).append("</title>\n");
    svg.append("<desc id=\"wardrobe-desc\">").append(XmlText.escape(description));
    svg.append("</desc>\n");
    rect(0, 0, width, height, GROUND, 0);
  }

  /** A filled rectangle; nothing if it has no width. */
  void rect(double x, double y, double width, double height, String colour, double radius) {
    if (width > 0) {
      svg.append(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>\n"
              .formatted(
                  number(x), number(y), number(width), number(height), number(radius), colour));
    }
  }

  /** A white panel with a thin edge. */
  void panel(double x, double y, double width, double height) {
    rect(x, y, width, height, LINE, 10);
    rect(x + 1, y + 1, width - 2, height - 2, PANEL, 9);
  }

  /** A line of text on a base line. */
  void text(double x, double y, Anchor anchor, Font font, String text) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>"
            .formatted(number(x), number(y), anchor.attribute(), attributes(font)));
    svg.append(XmlText.escape(text)).append("</text>\n");
  }

  /** Two texts after one another, starting at x. */
  void pair(double x, double y, Font first, String text, Font second, String more) {
    svg.append("<text x=\"%s\" y=\"%s\">".formatted(number(x), number(y)));
    span(first, 0, text);
    span(second, 8, more);
    svg.append("</text>\n");
  }

  private void span(Font font, double gap, String text) {
    svg.append("<tspan dx=\"%s\"%s>".formatted(number(gap), attributes(font)));
    svg.append(XmlText.escape(text)).append("</tspan>");
  }

  private static String attributes(Font font) {
    return " font-size=\"%s\" fill=\"%s\"%s"
        .formatted(number(font.size()), font.colour(), font.bold() ? " font-weight=\"600\"" : "");
  }

  /** Coloured squares with their meanings, from x to the right. */
  void legend(double x, double base, List<ColourKey> keys) {
    double at = x;
    for (ColourKey key : keys) {
      rect(at, base - 11, 13, 13, key.colour(), 2);
      text(at + 19, base, Anchor.START, Font.muted(KEY_SIZE), key.meaning());
      at += width(key);
    }
  }

  /** The same, ending at x or a little to the left of it. */
  void legendBefore(double x, double base, List<ColourKey> keys) {
    legend(x + KEY_GAP - keys.stream().mapToDouble(SvgCanvas::width).sum(), base, keys);
  }

  private static double width(ColourKey key) {
    return 19 + WIDEST * KEY_SIZE * key.meaning().length() + KEY_GAP;
  }

  /** Whether a text surely fits, whatever the font. */
  static boolean fits(String text, Font font, double width) {
    return (font.bold() ? WIDEST_BOLD : WIDEST) * font.size() * text.length() <= width;
  }

  /** The text, cut so that it surely fits. */
  static String fitted(String text, Font font, double width) {
    String fitting = text;
    while (fitting.length() > 1 && !fits(fitting, font, width)) {
      fitting = fitting.substring(0, fitting.length() - 2) + "\u2026";
    }
    return fitting;
  }

  /** The finished picture, without an XML declaration, so that a page can hold it. */
  String finish() {
    return svg + "</svg>\n";
  }

  private static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }
}
