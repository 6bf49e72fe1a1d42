package dev.wardrobe.torch.training;

import dev.wardrobe.markup.XmlText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * Draws curves over the steps of a training as an SVG picture for a page, which gives the colours:
 * classes {@code c0}, {@code c1} and so on for the curves, {@code grid} and {@code tick}.
 */
final class LineChart {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 200;
  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 10;
  private static final double BOTTOM = 24;
  private static final double MOST_TICKS = 5;
  private static final int DIGITS = 3;

  private final StringBuilder svg = new StringBuilder();
  private final double lastStep;
  private final double top;

  private LineChart(double lastStep, double top) {
    this.lastStep = lastStep;
    this.top = top;
  }

  /**
   * The picture.
   *
   * @param label for those who do not see it
   * @param lastStep where the axis of steps ends, above 0
   * @param curves values of at least 0
   */
  static String of(String label, double lastStep, List<Curve> curves) {
    double greatest =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Curve.Point::mean)
            .max()
            .orElse(0);
    double interval = interval(greatest > 0 ? greatest : 1);
    LineChart chart = new LineChart(lastStep, interval * Math.ceil(greatest / interval - 1e-9));
    return chart.draw(label, interval, curves);
  }

  private String draw(String label, double interval, List<Curve> curves) {
    svg.append("<svg viewBox=\"0 0 %s %s\" role=\"img\"".formatted(text(WIDTH), text(HEIGHT)));
    svg.append(" aria-label=\"").append(XmlText.escape(label)).append("\">\n");
    for (int i = 0; i * interval <= top * (1 + 1e-9); i++) {
      horizontal(i * interval);
    }
    double steps = interval(lastStep);
    for (int i = 0; i * steps <= lastStep * (1 + 1e-9); i++) {
      text(x(i * steps), HEIGHT - 6, "middle", count(i * steps));
    }
    for (int i = 0; i < curves.size(); i++) {
      curve(i, curves.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private void horizontal(double value) {
    svg.append(
        "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
            .formatted(text(LEFT), text(WIDTH - RIGHT), text(y(value)), text(y(value))));
    text(LEFT - 6, y(value) + 4, "end", number(value));
  }

  private void curve(int index, Curve curve) {
    List<Curve.Point> points = curve.points();
    if (points.isEmpty()) {
      return;
    }
    StringBuilder band = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (Curve.Point point : points) {
      band.append(at(point.x(), point.greatest()));
      line.append(at(point.x(), point.mean()));
    }
    for (Curve.Point point : points.reversed()) {
      band.append(at(point.x(), point.least()));
    }
    String strip = band.toString().strip();
    svg.append("<polygon class=\"band c%d\" points=\"%s\"/>\n".formatted(index, strip));
    String path = line.toString().strip();
    svg.append("<polyline class=\"line c%d\" points=\"%s\"/>\n".formatted(index, path));
    Curve.Point last = points.getLast();
    svg.append(
        "<circle class=\"dot c%d\" cx=\"%s\" cy=\"%s\" r=\"3\"><title>%s</title></circle>\n"
            .formatted(
                index,
                text(x(last.x())),
                text(y(last.mean())),
                XmlText.escape(
                    "%s: %s at step %s"
                        .formatted(curve.name(), number(last.mean()), count(last.x())))));
  }

  private String at(double step, double value) {
    return text(x(step)) + "," + text(y(value)) + " ";
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        "<text class=\"tick\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(text(x), text(y), anchor, XmlText.escape(words)));
  }

  private double x(double step) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.min(1, step / lastStep);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.clamp(value / top, 0, 1);
  }

  /** 1, 2 or 5 times a power of ten, at most so many times in a range. */
  static double interval(double range) {
    double unit = Math.pow(10, Math.floor(Math.log10(range / MOST_TICKS)));
    for (int times : new int[] {1, 2, 5}) {
      if (range / (times * unit) <= MOST_TICKS + 1e-9) {
        return times * unit;
      }
    }
    return 10 * unit;
  }

  private static String text(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }

  /** A number with three digits that count; a dash if there is none. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return "\u2013";
    }
    if (Math.abs(value) < 1e-4) {
      return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
    }
    return new BigDecimal(value)
        .round(new MathContext(DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A number of steps; thousands as k. */
  private static String count(double steps) {
    return steps >= 10_000 ? number(steps / 1000) + "k" : String.valueOf(Math.round(steps));
  }
}
