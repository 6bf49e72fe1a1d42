package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A verb that ends as it is told. */
  @Command(name = "fail")
  private static final class Failing implements Runnable {
    private final RuntimeException problem;

    Failing(RuntimeException problem) {
      this.problem = problem;
    }

    @Override
    public void run() {
      throw problem;
    }
  }

  private int run(CommandLine commandLine, String... arguments) {
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private int fail(RuntimeException problem) {
    return run(Main.commandLine().addSubcommand(new Failing(problem)), "fail");
  }

  @Test
  void without_a_verb_the_help_is_printed() {
    assertThat(run(Main.commandLine())).isEqualTo(Main.OK);
    assertThat(out.toString()).startsWith("Usage: wardrobe").contains("Verbs:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void version_names_the_program_and_java() {
    assertThat(run(Main.commandLine(), "--version")).isEqualTo(Main.OK);
    assertThat(out.toString().lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("wardrobe "),
            second -> assertThat(second).startsWith("Java " + Runtime.version()));
  }

  private int runInto(String problem) {
    WatchedOutput broken =
        new WatchedOutput(
            new OutputStream() {
              @Override
              public void write(int value) throws IOException {
                throw new IOException(problem);
              }
            });
    CommandLine command =
        Main.commandLine()
            .setOut(new PrintWriter(broken, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true));
    return Main.run(command, broken, "--version");
  }

  @Test
  void output_that_cannot_be_written_is_a_failure() {
    assertThat(runInto("No space left on device")).isEqualTo(Main.USAGE);
    assertThat(err.toString().strip())
        .isEqualTo("wardrobe: Cannot write to the standard output: No space left on device");
  }

  @Test
  void output_that_nobody_reads_on_is_none() {
    assertThat(runInto("Broken pipe")).isEqualTo(Main.OK);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void unknown_option_is_a_usage_error_with_a_hint() {
    assertThat(run(Main.commandLine(), "--no-such")).isEqualTo(Main.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("wardrobe: ").contains("--no-such"),
            second -> assertThat(second).isEqualTo("Try 'wardrobe --help'."));
  }

  @Test
  void problem_with_the_data_is_one_line() {
    assertThat(fail(new DatasetException("There is no x:\n  check the path")))
        .isEqualTo(Main.USAGE);
    assertThat(err.toString().strip()).isEqualTo("wardrobe: There is no x:; check the path");
  }

  @Test
  void fault_of_the_program_has_an_exit_code_of_its_own() {
    RuntimeException broken = new IllegalStateException("broken\nframe #0: at::native::trace");
    assertThat(fail(broken)).isEqualTo(Main.INTERNAL);
    assertThat(err.toString())
        .startsWith(
            "wardrobe: a fault in wardrobe itself (java.lang.IllegalStateException: broken)")
        .contains("WARDROBE_DEBUG=1")
        .doesNotContain("frame");
  }
}
