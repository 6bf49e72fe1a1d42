package dev.wardrobe.statistics;

import dev.wardrobe.statistics.SplitStatistics.Scope;
import dev.wardrobe.statistics.SvgCanvas.Anchor;
import dev.wardrobe.statistics.SvgCanvas.ColourKey;
import dev.wardrobe.statistics.SvgCanvas.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Photos per split: counted, released and in the paper, as bars. */
final class SplitChart {
  private static final String COUNTED = "#2f6f9f";
  private static final String RELEASED = "#9db4c8";
  private static final String PAPER = "#d3dae2";
  private static final double LABELS = 130;
  private static final double NUMBERS = 80;
  private static final int MOST_SPLITS = 4;

  private SplitChart() {}

  /** One split's three numbers. */
  private record Row(String name, OptionalLong counted, OptionalLong released, OptionalLong paper) {
    long bars() {
      return Stream.of(counted, released, paper).filter(OptionalLong::isPresent).count();
    }

    long longest() {
      return Math.max(counted.orElse(0), Math.max(released.orElse(0), paper.orElse(0)));
    }
  }

  /** Draws into the rectangle: the official splits, there or not, and up to four in all. */
  static void draw(
      SvgCanvas canvas, Statistics statistics, double x, double y, double w, double h) {
    canvas.text(x, y + 18, Anchor.START, Font.bold(19), "Photos per split");
    canvas.legendBefore(
        x + w,
        y + 18,
        List.of(
            new ColourKey(COUNTED, "counted"),
            new ColourKey(RELEASED, "released"),
            new ColourKey(PAPER, "paper")));
    List<Row> rows = rows(statistics);
    long most = Math.max(1, rows.stream().mapToLong(Row::longest).max().orElse(1));
    double pitch = (h - 32) / rows.size();
    double scale = (w - LABELS - NUMBERS) / most;
    for (int i = 0; i < rows.size(); i++) {
      drawRow(canvas, rows.get(i), x, y + 32 + i * pitch, pitch, scale);
    }
  }

  private static List<Row> rows(Statistics statistics) {
    List<Row> rows = new ArrayList<>();
    for (Scope scope : List.of(Scope.TRAIN, Scope.VALIDATION, Scope.TEST)) {
      OptionalLong counted =
          statistics.splits().stream()
              .filter(split -> split.scope() == scope)
              .mapToLong(split -> split.photos().total())
              .findFirst();
      rows.add(row(scope.label(), scope, counted));
    }
    statistics.splits().stream()
        .filter(split -> split.scope() == Scope.OTHER)
        .limit(MOST_SPLITS - rows.size())
        .forEach(split ->
            rows.add(row(split.name(), Scope.OTHER, OptionalLong.of(split.photos().total()))));
    return rows;
  }

  private static Row row(String name, Scope scope, OptionalLong counted) {
    return new Row(
        name,
        counted,
        PublishedFigures.released(Figure.PHOTOS, scope),
        PublishedFigures.paper(Figure.PHOTOS, scope));
  }

  private static void drawRow(
      SvgCanvas canvas, Row row, double x, double top, double pitch, double scale) {
    double middle = top + pitch / 2;
    Font font = Font.plain(15);
    String name = SvgCanvas.fitted(row.name(), font, LABELS - 8);
    boolean there = row.counted().isPresent();
    canvas.text(x, middle + (there ? 5 : -1), Anchor.START, font, name);
    if (!there) {
      canvas.text(x, middle + 14, Anchor.START, Font.muted(12), "not in this data");
    }
    double thick = Math.min(15, (pitch - 7) / 3);
    double y = middle - thick * row.bars() / 2.0;
    y += drawBar(canvas, row.counted(), x + LABELS, y, thick, scale, COUNTED);
    y += drawBar(canvas, row.released(), x + LABELS, y, thick, scale, RELEASED);
    drawBar(canvas, row.paper(), x + LABELS, y, thick, scale, PAPER);
  }

  /** Draws a bar if there is a number; returns how high it is. */
  private static double drawBar(
      SvgCanvas canvas,
      OptionalLong value,
      double x,
      double y,
      double thick,
      double scale,
      String colour) {
    if (value.isEmpty()) {
      return 0;
    }
    double wide = scale * value.getAsLong();
    canvas.rect(x, y, wide, thick - 1, colour, 1);
    Font font = new Font(12, colour.equals(COUNTED), SvgCanvas.INK);
    canvas.text(
        x + wide + 6,
        y + thick / 2 + font.size() * .35,
        Anchor.START,
        font,
        NumberText.count(value.getAsLong()));
    return thick;
  }
}
