package dev.wardrobe.statistics;

import dev.wardrobe.statistics.AttributeShares.Share;
import dev.wardrobe.statistics.SvgCanvas.Anchor;
import dev.wardrobe.statistics.SvgCanvas.ColourKey;
import dev.wardrobe.statistics.SvgCanvas.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The four attributes, each as two bars of 100 %: what was counted, and below it the paper. */
final class AttributeChart {
  private static final List<String> COLOURS = List.of("#a9d5cf", "#43a295", "#0d5f57");
  private static final List<String> TEXTS = List.of(SvgCanvas.INK, "#ffffff", "#ffffff");
  private static final double LABELS = 76;
  private static final double COUNTED = 24;
  private static final double PAPER = 17;

  private AttributeChart() {}

  /** Draws into the rectangle. */
  static void draw(
      SvgCanvas canvas, AttributeCounts counts, double x, double y, double w, double h) {
    canvas.text(x, y + 18, Anchor.START, Font.bold(19), "Shares of items");
    canvas.text(
        x + w, y + 18, Anchor.END, Font.muted(14), "paper: Figure 3, over its whole data set");
    List<AttributeShares> attributes = AttributeShares.of(counts);
    double pitch = (h - 34) / attributes.size();
    for (int i = 0; i < attributes.size(); i++) {
      drawAttribute(canvas, attributes.get(i), x, y + 34 + i * pitch, w);
    }
  }

  private static void drawAttribute(
      SvgCanvas canvas, AttributeShares attribute, double x, double top, double w) {
    double base = top + 16;
    canvas.text(x, base, Anchor.START, Font.bold(15), attribute.name());
    List<ColourKey> keys = new ArrayList<>();
    for (int i = 0; i < attribute.shares().size(); i++) {
      keys.add(new ColourKey(COLOURS.get(i), attribute.shares().get(i).label()));
    }
    canvas.legend(x + LABELS + 24, base, keys);
    if (attribute.unknown() > 0) {
      String text = "not said: " + NumberText.count(attribute.unknown());
      canvas.text(x + w, base, Anchor.END, Font.muted(13), text);
    }
    double bar = base + 9;
    canvas.text(x, bar + 17, Anchor.START, Font.plain(14), "counted");
    drawBar(canvas, attribute, share -> share.percent().orElse(0), x + LABELS, bar, w, COUNTED, 1);
    bar += COUNTED + 3;
    canvas.text(x, bar + 13, Anchor.START, Font.muted(13), "paper");
    drawBar(canvas, attribute, Share::paperPercent, x + LABELS, bar, w, PAPER, 0);
  }

  private static void drawBar(
      SvgCanvas canvas,
      AttributeShares attribute,
      ToDoubleFunction<Share> percent,
      double x,
      double y,
      double w,
      double thick,
      int digits) {
    double full = w - LABELS;
    double at = x;
    for (int i = 0; i < attribute.shares().size(); i++) {
      double value = percent.applyAsDouble(attribute.shares().get(i));
      double wide = full * value / 100;
      canvas.rect(at, y, Math.max(0, wide - 1.5), thick, COLOURS.get(i), 2);
      Font font = new Font(digits == 0 ? 12 : 13, digits > 0, TEXTS.get(i));
      String text = percent(value, digits);
      text = SvgCanvas.fits(text, font, wide) ? text : percent(value, 0);
      if (SvgCanvas.fits(text, font, wide)) {
        double base = y + thick / 2 + font.size() * .36;
        canvas.text(at + wide / 2, base, Anchor.MIDDLE, font, text);
      }
      at += wide;
    }
  }

  private static String percent(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f %%", value);
  }
}
