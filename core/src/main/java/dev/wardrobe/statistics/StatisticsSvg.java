package dev.wardrobe.statistics;

import static dev.wardrobe.statistics.NumberText.count;

import dev.wardrobe.statistics.SvgCanvas.Anchor;
import dev.wardrobe.statistics.SvgCanvas.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Statistics as one SVG picture for a slide, 1600 x 900: key numbers, items per category, shares
 * beside Figure 3 of the paper, and photos per split beside Table 1. With one split it shows that
 * split, with several their sum.
 */
public final class StatisticsSvg {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;
  private static final double MARGIN = 40;
  private static final double RIGHT = 850;

  private final Statistics statistics;
  private final SplitStatistics focus;
  private final SvgCanvas canvas;

  /** A key number with what it is and what to compare it with. */
  private record Tile(String number, String what, String compare) {}

  private StatisticsSvg(Statistics statistics) {
    this.statistics = statistics;
    this.focus = statistics.focus();
    this.canvas = new SvgCanvas(WIDTH, HEIGHT, title(statistics), description(focus));
  }

  /** The picture as text, starting with its root element. */
  public static String of(Statistics statistics) {
    StatisticsSvg picture = new StatisticsSvg(statistics);
    picture.drawHeader();
    picture.drawTiles();
    picture.drawCharts();
    picture.drawFooter();
    return picture.canvas.finish();
  }

  static String title(Statistics statistics) {
    return "DeepFashion2 in numbers: " + statistics.name();
  }

  private static String description(SplitStatistics focus) {
    return "%s photos, %s items and %s positive pairs counted; %s %s"
        .formatted(
            count(focus.photos().total()),
            count(focus.items().total()),
            count(focus.pairs().positive()),
            PublishedFigures.WHY_FEWER,
            PublishedFigures.SOURCE);
  }

  private void drawHeader() {
    Font large = Font.bold(32);
    String title = SvgCanvas.fitted(title(statistics), large, WIDTH - 2 * MARGIN);
    canvas.text(MARGIN, 56, Anchor.START, large, title);
    List<String> parts = new ArrayList<>();
    for (SplitStatistics split : statistics.splits()) {
      long photos = split.photos().total();
      parts.add("%s: %s photo%s".formatted(split.name(), count(photos), photos == 1 ? "" : "s"));
    }
    String subtitle = parts.isEmpty() ? "no photos" : String.join("   \u00b7   ", parts);
    Font small = Font.muted(17);
    subtitle = SvgCanvas.fitted(subtitle, small, WIDTH - 2 * MARGIN);
    canvas.text(MARGIN, 86, Anchor.START, small, subtitle);
  }

  private void drawTiles() {
    List<Tile> tiles =
        List.of(
            tile(Figure.PHOTOS, published(Figure.PHOTOS)),
            tile(Figure.ITEMS, published(Figure.ITEMS)),
            counted(
                focus.landmarks().labelled(),
                "landmarks labelled",
                NumberText.percentOf(focus.landmarks().occluded(), focus.landmarks().labelled())
                    + " occluded"),
            counted(
                focus.masks().polygons(),
                "polygons",
                NumberText.mean(focus.masks().parts().mean()) + " an item"),
            counted(
                focus.identities().identities(),
                "clothing identities",
                count(focus.identities().onBothSides()) + " with consumer and shop"),
            tile(Figure.PAIRS, pairs()));
    double gap = 16;
    double wide = (WIDTH - 2 * MARGIN - gap * (tiles.size() - 1)) / tiles.size();
    for (int i = 0; i < tiles.size(); i++) {
      drawTile(tiles.get(i), MARGIN + i * (wide + gap), wide);
    }
  }

  private Tile tile(Figure figure, String compare) {
    return new Tile(count(figure.counted(focus)), figure.label(), compare);
  }

  private Tile counted(long number, String what, String compare) {
    return focus.annotated()
        ? new Tile(count(number), what, compare)
        : new Tile(NumberText.NOTHING, what, "not annotated");
  }

  private String published(Figure figure) {
    OptionalLong paper = PublishedFigures.paper(figure, focus.scope());
    OptionalLong released = PublishedFigures.released(figure, focus.scope());
    List<String> parts = new ArrayList<>();
    released.ifPresent(number -> parts.add("released " + count(number)));
    paper.ifPresent(number -> parts.add("paper " + count(number)));
    return String.join(", ", parts);
  }

  private String pairs() {
    if (PublishedFigures.paper(Figure.PAIRS, focus.scope()).isPresent()) {
      return published(Figure.PAIRS);
    }
    return focus.annotated()
        ? "%s queries, %s in gallery"
            .formatted(count(focus.pairs().queries()), count(focus.pairs().gallery()))
        : "";
  }

  private void drawTile(Tile tile, double x, double wide) {
    double y = 106;
    canvas.panel(x, y, wide, 102);
    canvas.text(x + 18, y + 43, Anchor.START, Font.bold(31), tile.number());
    canvas.text(x + 18, y + 66, Anchor.START, Font.plain(15), tile.what());
    canvas.text(x + 18, y + 87, Anchor.START, Font.muted(12), tile.compare());
  }

  private void drawCharts() {
    double left = RIGHT - MARGIN - 16;
    double right = WIDTH - MARGIN - RIGHT;
    canvas.panel(MARGIN, 224, left, 396);
    canvas.panel(MARGIN, 636, left, 210);
    canvas.panel(RIGHT, 224, right, 396);
    canvas.panel(RIGHT, 636, right, 210);
    if (focus.items().total() > 0) {
      CategoryChart.draw(canvas, focus.items(), MARGIN + 24, 242, left - 48, 366);
      AttributeChart.draw(canvas, focus.attributes(), RIGHT + 24, 242, right - 48, 374);
      HistogramChart.draw(canvas, focus.photos(), MARGIN + 24, 650, 330, 186);
      drawRetrieval(MARGIN + 24 + 376, MARGIN + left - 24);
    } else {
      String none = focus.annotated() ? "No items" : "No annotations, so only photos are counted";
      canvas.text(MARGIN + left / 2, 430, Anchor.MIDDLE, Font.muted(20), none);
      canvas.text(RIGHT + right / 2, 430, Anchor.MIDDLE, Font.muted(20), none);
      canvas.text(MARGIN + left / 2, 748, Anchor.MIDDLE, Font.muted(20), none);
    }
    SplitChart.draw(canvas, statistics, RIGHT + 24, 650, right - 48, 192);
  }

  private void drawRetrieval(double x, double end) {
    double middle = end - 110;
    canvas.text(x, 668, Anchor.START, Font.bold(19), "Retrieval");
    canvas.text(middle, 668, Anchor.END, Font.muted(14), "counted");
    canvas.text(end, 668, Anchor.END, Font.muted(14), "paper");
    double y = 704;
    for (Figure figure : List.of(Figure.QUERIES, Figure.GALLERY, Figure.PAIRS)) {
      canvas.text(x, y, Anchor.START, Font.plain(15), figure.label());
      canvas.text(middle, y, Anchor.END, Font.bold(15), count(figure.counted(focus)));
      String paper = count(PublishedFigures.paper(figure, focus.scope()));
      canvas.text(end, y, Anchor.END, Font.plain(15), paper);
      y += 32;
    }
    String orphans = count(focus.pairs().orphanQueries());
    canvas.text(x, y, Anchor.START, Font.muted(15), "queries without gallery");
    canvas.text(middle, y, Anchor.END, Font.muted(15), orphans);
  }

  private void drawFooter() {
    canvas.text(MARGIN, 876, Anchor.START, Font.plain(14), PublishedFigures.WHY_FEWER);
    canvas.text(
        WIDTH - MARGIN,
        876,
        Anchor.END,
        Font.muted(13),
        PublishedFigures.SOURCE + " Side and back are one viewpoint in annotations.");
  }
}
