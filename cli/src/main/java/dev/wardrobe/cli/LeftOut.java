package dev.wardrobe.cli;

import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Finding;
import dev.wardrobe.results.ResultProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what had to be left out, and tells the user: the first few and how many. */
final class LeftOut implements Consumer<Finding> {
  private static final int SHOWN = 10;

  private final boolean pixels;
  private final List<Finding> first = new ArrayList<>();
  private int photos;
  private int items;
  private int reasons;
  private String lastPlace = "";

  /** For who reads annotations only. */
  LeftOut() {
    this(false);
  }

  private LeftOut(boolean pixels) {
    this.pixels = pixels;
  }

  /** For who needs photos' pixels: those without are left out, too. */
  static LeftOut withPixels() {
    return new LeftOut(true);
  }

  private Consequence consequence(Finding finding) {
    return pixels && finding.rule().losesPixels()
        ? Consequence.PHOTO_SKIPPED
        : finding.rule().consequence();
  }

  @Override
  public void accept(Finding finding) {
    // One photo or item may be lost for several reasons, which follow each other.
    String place = finding.file() + " " + finding.item();
    boolean same = place.equals(lastPlace);
    switch (consequence(finding)) {
      case PHOTO_SKIPPED -> photos += same ? 0 : 1;
      case ITEM_SKIPPED -> items += same ? 0 : 1;
      case KEPT -> {
        return;
      }
    }
    lastPlace = place;
    reasons++;
    if (first.size() < SHOWN) {
      first.add(finding);
    }
  }

  /** Prints nothing if nothing was left out; gives the exit code. */
  int report(PrintWriter err, Path data) {
    return report(err, Optional.of(data));
  }

  /** As above, without a data set that could be validated. */
  int report(PrintWriter err, Optional<Path> data) {
    if (photos + items == 0) {
      return Main.OK;
    }
    for (Finding finding : first) {
      String what = consequence(finding) == Consequence.PHOTO_SKIPPED ? "photo" : "item";
      err.println(what + " left out: " + finding);
    }
    if (reasons > first.size()) {
      err.println("... and %,d more".formatted(reasons - first.size()));
    }
    err.println(
        "wardrobe: left out %s and %s%s"
            .formatted(
                Words.count(photos, "photo"),
                Words.count(items, "item"),
                data.map(path -> "; all findings: wardrobe validate " + path).orElse("")));
    err.flush();
    return Main.FINDINGS;
  }

  /**
   * Says which records of a file were left out; prints nothing and is false if there are none.
   *
   * @param count how many problems there are
   * @param problems the first of them
   */
  static boolean reportRecords(
      PrintWriter err, Path file, long count, List<ResultProblem> problems) {
    if (count == 0) {
      return false;
    }
    List<ResultProblem> shown = problems.subList(0, Math.min(SHOWN, problems.size()));
    shown.forEach(problem -> err.println("left out: " + problem));
    if (count > shown.size()) {
      err.println("... and %,d more".formatted(count - shown.size()));
    }
    err.println("wardrobe: left out %s of %s".formatted(Words.count(count, "bad record"), file));
    err.flush();
    return true;
  }
}
