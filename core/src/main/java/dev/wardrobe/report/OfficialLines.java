package dev.wardrobe.report;

import dev.wardrobe.evaluation.Stat;
import dev.wardrobe.evaluation.Summary;
import dev.wardrobe.evaluation.Task;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A summary as the official cocoeval.py prints it: 12 lines for boxes and masks, 10 else. */
final class OfficialLines {
  /** AP or AR, then an IoU threshold in hundredths, a limit of detections, or an area range. */
  private static final Pattern LABEL = Pattern.compile("(AP|AR)(\\d*)(?:_(small|medium|large))?");

  private OfficialLines() {}

  /** The lines, each ending with a line feed. */
  static String of(Summary summary) {
    StringBuilder lines = new StringBuilder();
    for (Stat stat : summary.stats()) {
      lines.append(line(summary.task(), stat)).append('\n');
    }
    return lines.toString();
  }

  private static String line(Task task, Stat stat) {
    Matcher label = LABEL.matcher(stat.label());
    if (!label.matches()) {
      throw new IllegalArgumentException("Expected AP... or AR..., but got " + stat.label());
    }
    boolean precision = label.group(1).equals("AP");
    String digits = label.group(2);
    // The number of a recall is the limit of detections, except for landmarks, which have one
    // limit.
    boolean limit = !digits.isEmpty() && !precision && task != Task.LANDMARKS;
    int maxDets = limit ? Integer.parseInt(digits) : task.maxDets().getLast();
    String iou = digits.isEmpty() || limit ? "0.50:0.95" : "0." + digits;
    String area = label.group(3) == null ? "all" : label.group(3);
    return String.format(
        Locale.ROOT,
        " %-18s %s @[ IoU=%-9s | area=%6s | maxDets=%3d ] = %s",
        precision ? "Average Precision" : "Average Recall",
        precision ? "(AP)" : "(AR)",
        iou,
        area,
        maxDets,
        ScoreText.official(stat.value()));
  }
}
