package dev.wardrobe.cli;

import dev.wardrobe.files.Finding;
import dev.wardrobe.torch.training.TrainingListener;
import dev.wardrobe.torch.training.TrainingPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says how a training goes on: one line drawn over and over on a terminal, a plain line every half
 * minute elsewhere, a line for each validation. What is wrong with the data is told before the
 * first step, and what came up later at the end.
 */
final class TrainingProgress implements TrainingListener, Consumer<Finding> {
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 30_000_000_000L;

  private final PrintWriter err;
  private final Path data;
  private final boolean quiet;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private LeftOut leftOut = LeftOut.withPixels();
  private int exitCode;
  private int firstStep;
  private int steps;
  private long start;
  private long next;
  private boolean drawn;

  /** Of the last ten steps or so. */
  private double loss = Double.NaN;

  TrainingProgress(PrintWriter err, Path data, boolean quiet) {
    this(err, data, quiet, Boolean.getBoolean("wardrobe.terminal"), System::nanoTime);
  }

  TrainingProgress(
      PrintWriter err, Path data, boolean quiet, boolean terminal, LongSupplier nanoTime) {
    this.err = err;
    this.data = data;
    this.quiet = quiet;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong() + (terminal ? FIRST_NANOS : LINE_NANOS);
  }

  @Override
  public void accept(Finding finding) {
    leftOut.accept(finding);
  }

  @Override
  public void reading(String split, int done, int total) {
    line("Reading %s: %,d of %,d photos".formatted(split, done, total));
  }

  @Override
  public void loaded(String report) {
    say("Weights: " + report);
  }

  @Override
  public void started(TrainingPlan plan) {
    tellLeftOut();
    firstStep = plan.firstStep();
    steps = plan.steps();
    say(
        "%s on %s, %s%s; %,d parameters, %s"
            .formatted(
                plan.firstStep() == 0
                    ? "Training for " + Words.count(plan.steps(), "step")
                    : "Going on after step %,d of %,d".formatted(plan.firstStep(), plan.steps()),
                Words.count(plan.photos(), "photo"),
                plan.validationPhotos() == 0
                    ? "without validation"
                    : "validating on %,d".formatted(plan.validationPhotos()),
                plan.pairs() ? ", in pairs of shop and consumer" : "",
                plan.parameters(),
                plan.precision()));
    start = nanoTime.getAsLong();
    next = start; // the first step is a sign of life
  }

  @Override
  public void stepped(int step, Map<String, Double> values) {
    double now = values.getOrDefault("loss", 0.0);
    loss = Double.isNaN(loss) ? now : loss + (now - loss) / 10;
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    int done = step - firstStep;
    line(
        "Step %,d of %,d: loss %.3f, %.1f images a second%s"
            .formatted(
                step,
                steps,
                loss,
                values.getOrDefault("images_per_second", 0.0),
                done < 2
                    ? ""
                    : ", %s left"
                        .formatted(
                            Progress.duration(Math.round(seconds * (steps - step) / done)))));
  }

  @Override
  public void validating(int done, int total) {
    line("Validating: %,d of %,d photos".formatted(done, total));
  }

  @Override
  public void validated(int step, Map<String, Double> scores, boolean best) {
    say(
        "Step %,d: %s%s"
            .formatted(step, scores(scores), best && step > 0 ? ", the best so far" : ""));
  }

  /** APs in words, such as "box AP 0.612, mask AP 0.650". */
  static String scores(Map<String, Double> scores) {
    List<String> words = new ArrayList<>();
    scores.forEach((name, value) -> {
      if (name.endsWith("_AP")) {
        words.add(String.format(Locale.ROOT, "%s %.3f", name.replace('_', ' '), value));
      }
    });
    return String.join(", ", words);
  }

  /** Prints a line that stays. */
  void say(String line) {
    if (!quiet) {
      clear();
      err.println(line);
      err.flush();
    }
  }

  /** Prints a line that the next one takes the place of, now and then. */
  private void line(String text) {
    long now = nanoTime.getAsLong();
    if (quiet || now < next) {
      return;
    }
    next = now + (terminal ? REDRAW_NANOS : LINE_NANOS);
    if (terminal) {
      err.print("\r\u001b[K" + text);
      drawn = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  private void clear() {
    if (drawn) {
      err.print("\r\u001b[K");
      drawn = false;
    }
  }

  private void tellLeftOut() {
    clear();
    exitCode = Math.max(exitCode, leftOut.report(err, data));
    leftOut = LeftOut.withPixels();
  }

  /** 0, or 1 if photos or items were left out. */
  int exitCode() {
    return exitCode;
  }

  /** Tells what came up since the start, and removes the line from the terminal. */
  void finish() {
    tellLeftOut();
    err.flush();
  }
}
