package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of every verb, and what a slip of the keyboard gives. */
class HelpTest {
  /** All commands that are there, as words. */
  static Stream<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    collect(Main.commandLine(), List.of(), all);
    return all.stream();
  }

  private static void collect(CommandLine command, List<String> words, List<List<String>> all) {
    all.add(words);
    command
        .getSubcommands()
        .forEach((name, below) -> {
          List<String> longer = new ArrayList<>(words);
          longer.add(name);
          collect(below, List.copyOf(longer), all);
        });
  }

  private static CommandRun help(List<String> words) {
    List<Object> arguments = new ArrayList<>(words);
    arguments.add("--help");
    return CommandRun.of(arguments.toArray());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_fits_a_hundred_columns(List<String> words) {
    CommandRun run = help(words).assertFine();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(run.out()).contains("Usage: wardrobe");
    assertThat(run.err()).isEmpty();
  }

  /** picocli warns of a text with a single percent sign on the process's own stream. */
  @Test
  void no_help_is_badly_written() {
    PrintStream before = System.err;
    ByteArrayOutputStream warnings = new ByteArrayOutputStream();
    System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
    try {
      commands().forEach(HelpTest::help);
    } finally {
      System.setErr(before);
    }
    assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_mentions_an_example(List<String> words) {
    if (!words.equals(List.of("help"))) {
      assertThat(help(words).out()).contains("Example", "wardrobe ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "validate",
    "pairs",
    "convert coco",
    "convert retrieval",
    "convert deepfashion2",
    "convert landmarks"
  })
  void help_ends_with_the_exit_codes(String command) {
    String out = help(List.of(command.split(" ", -1))).out();
    assertThat(out.substring(out.indexOf("Exit code:")).lines().toList())
        .hasSizeLessThanOrEqualTo(2);
    assertThat(out.strip()).endsWith("2 usage.");
  }

  @Test
  void help_verb_shows_a_verbs_help() {
    assertThat(CommandRun.of("help", "pairs").assertFine().out())
        .isEqualTo(help(List.of("pairs")).out());
    CommandRun.of("help", "nosuch").assertMistake("Unknown subcommand 'nosuch'");
  }

  @Test
  void group_of_formats_alone_shows_them() {
    assertThat(CommandRun.of("convert").assertFine().out())
        .contains("coco", "retrieval", "deepfashion2", "landmarks");
  }

  @ParameterizedTest
  @CsvSource({"vaildate, validate", "pair, pairs", "categorys, categories"})
  void unknown_verb_suggests_the_nearest(String typed, String meant) {
    CommandRun run = CommandRun.of(typed, "x");
    run.assertMistake("'%s' is no verb; did you mean '%s'?".formatted(typed, meant));
    assertThat(run.err()).endsWith("Try 'wardrobe --help'." + System.lineSeparator());
  }

  @Test
  void unknown_format_and_verb_are_named() {
    CommandRun.of("convert", "xml").assertMistake("'xml' is no format");
    CommandRun.of("convert", "cooc").assertMistake("'cooc' is no format; did you mean 'coco'?");
    CommandRun.of("qqq").assertMistake("'qqq' is no verb");
  }

  @Test
  void argument_too_many_and_unknown_option_are_named() {
    CommandRun.of("rules", "x").assertMistake("'x' is one argument too many");
    CommandRun.of("rules", "--all").assertMistake("Unknown option: '--all'");
    CommandRun.of("validate").assertMistake("Missing required parameter: 'DATA'");
  }
}
