package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.drawing.CategoryColours;
import dev.wardrobe.markup.XmlText;
import java.util.List;
import java.util.Optional;

/** A page of pictures in HTML; it needs nothing but the pictures, which it links to. */
final class PicturePage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --page: #f4f2ee; --card: #fff; --ink: #2b2b2b; --pale: #6f6a63; --rim: #ddd8d0; }
      @media (prefers-color-scheme: dark) { :root { --page: #1d1c1a; --card: #2a2826; --ink: #ece9e4; --pale: #a8a29a; --rim: #3d3a36; } }
      body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
      header { padding: 28px 32px 8px; }
      h1 { font-size: 26px; margin: 0 0 6px; }
      h2 { font-size: 19px; margin: 24px 32px 0; }
      .facts { color: var(--pale); display: flex; flex-wrap: wrap; gap: 4px 20px; overflow-wrap: anywhere; }
      main { display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 18px; padding: 20px 32px 28px; }
      main.wide { grid-template-columns: repeat(auto-fill, minmax(min(560px, 100%), 1fr)); }
      figure { margin: 0; background: var(--card); border: 1px solid var(--rim); border-radius: 10px; overflow: hidden; }
      figure a { display: block; background: var(--rim); }
      figure img { display: block; width: 100%; height: 360px; object-fit: contain; }
      .wide figure img { height: auto; }
      figcaption { padding: 10px 12px 12px; }
      .name { font-weight: 600; overflow-wrap: anywhere; }
      .note { color: var(--pale); font-size: 13px; }
      .chip { display: inline-block; margin: 5px 5px 0 0; padding: 1px 9px 2px; border-radius: 999px; font-size: 13px; }
      """;

  private PicturePage() {}

  /**
   * A found item in words.
   *
   * @param category chooses the colour
   * @param text its name and score
   */
  record Chip(Optional<Category> category, String text) {}

  /**
   * A picture and what is said of it.
   *
   * @param file relative to the page
   * @param name the photo's
   * @param chips what was found
   * @param note more words; may be empty
   */
  record Card(String file, String name, List<Chip> chips, String note) {}

  /** The whole page. */
  static String of(String title, List<String> facts, List<Card> cards, List<Card> retrievals) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>")
        .append(XmlText.escape(title))
        .append("</title>\n<style>\n")
        .append(STYLE);
    page.append("</style>\n</head>\n<body>\n<header>\n<h1>").append(XmlText.escape(title));
    page.append("</h1>\n<div class=\"facts\">\n");
    facts.forEach(fact -> page.append("<span>").append(XmlText.escape(fact)).append("</span>\n"));
    page.append("</div>\n</header>\n");
    add(page, "", "", cards);
    if (!retrievals.isEmpty()) {
      add(page, "Consumer to shop", " class=\"wide\"", retrievals);
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static void add(StringBuilder page, String heading, String kind, List<Card> cards) {
    if (!heading.isEmpty()) {
      page.append("<h2>").append(XmlText.escape(heading)).append("</h2>\n");
    }
    page.append("<main").append(kind).append(">\n");
    for (Card card : cards) {
      String file = XmlText.escape(card.file);
      page.append("<figure><a href=\"").append(file).append("\"><img loading=\"lazy\" src=\"");
      page.append(file).append("\" alt=\"").append(XmlText.escape(card.name)).append("\"></a>");
      page.append("<figcaption><div class=\"name\">")
          .append(XmlText.escape(card.name))
          .append("</div>");
      card.chips.forEach(chip -> page.append(html(chip)));
      if (!card.note.isEmpty()) {
        page.append("<div class=\"note\">").append(XmlText.escape(card.note)).append("</div>");
      }
      page.append("</figcaption></figure>\n");
    }
    page.append("</main>\n");
  }

  private static String html(Chip chip) {
    var colour = CategoryColours.of(chip.category, 255);
    return "<span class=\"chip\" style=\"background:#%06x;color:#%06x\">%s</span>"
        .formatted(
            colour.getRGB() & 0xFFFFFF,
            CategoryColours.inkOn(colour).getRGB() & 0xFFFFFF,
            XmlText.escape(chip.text));
  }
}
