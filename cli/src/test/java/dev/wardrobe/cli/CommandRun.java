package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** One run of the command: exit code and what it printed. */
record CommandRun(int code, String out, String err) {

  /** Runs {@code wardrobe} with arguments; each is turned into text. */
  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** Checks that it failed by the user's mistake, said in one line and perhaps a hint. */
  CommandRun assertMistake(String message) {
    assertThat(code).as(err).isEqualTo(Main.USAGE);
    assertThat(err).startsWith("wardrobe: " + message).doesNotContain("Exception", "at dev.");
    assertThat(err.lines()).hasSizeBetween(1, 2);
    assertThat(out).isEmpty();
    return this;
  }

  /** Checks that it failed in the middle, after other lines. */
  CommandRun assertFailed() {
    assertThat(code).as(err).isEqualTo(Main.USAGE);
    assertThat(err).contains("wardrobe: ").doesNotContain("Exception", "at dev.");
    return this;
  }

  /** Checks that all went well. */
  CommandRun assertFine() {
    assertThat(code).as(err).isEqualTo(Main.OK);
    return this;
  }

  /** Checks that it worked with something to report. */
  CommandRun assertFindings() {
    assertThat(code).as(err).isEqualTo(Main.FINDINGS);
    return this;
  }
}
