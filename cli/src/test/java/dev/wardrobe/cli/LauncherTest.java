package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.cli.LauncherStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Java the launcher starts, and what it hands on. */
class LauncherTest {
  @TempDir private Path folder;
  private LauncherStage stage;

  @BeforeEach
  void set_up() {
    stage = LauncherStage.in(folder);
  }

  @Test
  void java_home_is_used_where_it_is_new_enough() {
    stage.jdk("jdk-25", "25.0.3");
    Path home = stage.jdk("other", "26");

    assertThat(stage.set("JAVA_HOME", home).run().out()).first().isEqualTo(home + "/bin/java");
  }

  @Test
  void java_home_that_is_too_old_is_passed_over() {
    Path found = stage.jdk("jdk-25", "25.0.3");

    Outcome outcome = stage.set("JAVA_HOME", stage.jdk("jdk-17", "17.0.15")).run();

    assertThat(outcome.out()).first().isEqualTo(found + "/bin/java");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void java_home_that_is_not_there_is_passed_over() {
    Path found = stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.set("JAVA_HOME", "/no/such").run().out())
        .first()
        .isEqualTo(found + "/bin/java");
  }

  @Test
  void java_on_the_path_is_followed_to_its_jdk() throws IOException {
    stage.jdk("jdk-25", "25.0.3");
    Path linked = stage.jdk("linked", "27-ea");
    Path step = Files.createSymbolicLink(folder.resolve("step"), linked.resolve("bin/java"));
    stage.link("java", step);

    assertThat(stage.run().out()).first().isEqualTo(linked + "/bin/java");
  }

  @Test
  void java_on_the_path_that_is_too_old_is_passed_over() {
    Path found = stage.jdk("jdk-25", "25.0.3");
    stage.link("java", stage.jdk("jdk-8", "1.8.0_392").resolve("bin/java"));

    assertThat(stage.run().out()).first().isEqualTo(found + "/bin/java");
  }

  @Test
  void the_oldest_java_that_is_new_enough_wins() {
    stage.jdk("a", "100.0.1");
    stage.jdk("b", "24.0.2");
    Path found = stage.jdk("c", "25");
    stage.jdk("d", "26.0.1");

    assertThat(stage.run().out()).first().isEqualTo(found + "/bin/java");
  }

  @Test
  void runtime_without_compiler_is_enough_to_run() throws IOException {
    Path found = stage.jdk("jre", "25.0.3");
    Files.delete(found.resolve("bin/javac"));

    assertThat(stage.run().out()).first().isEqualTo(found + "/bin/java");
  }

  @Test
  void jdk_without_release_file_is_asked() throws IOException {
    Path silent = stage.jdk("silent", "25");
    Files.delete(silent.resolve("release"));
    stage.program(
        "java",
        """
        #!/bin/sh
        echo '    java.home = %s' >&2
        echo '    java.specification.version = 25' >&2
        """
            .formatted(silent));

    assertThat(stage.run().out()).first().isEqualTo(silent + "/bin/java");
  }

  @Test
  void without_java_one_line_says_what_to_do() {
    Path old = stage.jdk("jdk-17", "17.0.15");

    Outcome outcome = stage.set("JAVA_HOME", old).run("--help");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .singleElement()
        .asString()
        .startsWith("wardrobe: found no JDK 25 or newer")
        .contains("JAVA_HOME is " + old, "install one", "set JAVA_HOME");
  }

  @Test
  void arguments_arrive_unchanged() {
    stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.run("check", "a b", "", "*", "it's \"so\"", "$HOME", "\\", "-x=1").out())
        .containsSubsequence(
            "[-jar]",
            "[" + stage.jar() + "]",
            "[check]",
            "[a b]",
            "[]",
            "[*]",
            "[it's \"so\"]",
            "[$HOME]",
            "[\\]",
            "[-x=1]");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "130"})
  void exit_code_is_the_programs(int code) {
    stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.set("STUB_EXIT", code).run("check").code()).isEqualTo(code);
  }

  @Test
  void links_to_the_launcher_work() throws IOException {
    stage.jdk("jdk-25", "25.0.3");
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));
    Files.createSymbolicLink(elsewhere.resolve("one"), Path.of("../a wardrobe/wardrobe"));
    Path two = Files.createSymbolicLink(elsewhere.resolve("two"), Path.of("one"));

    assertThat(LauncherStage.await(stage.start(two)).out()).contains("[" + stage.jar() + "]");
  }

  @Test
  void users_options_come_after_the_launchers_own() {
    stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.set("WARDROBE_JAVA_OPTS", " -Xmx1g  -Dstar=*").run("check").out())
        .containsSubsequence("[-XX:MaxRAMPercentage=50]", "[-Xmx1g]", "[-Dstar=*]", "[-jar]");
  }

  @Test
  void users_collector_replaces_the_launchers() {
    stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.run("check").out()).contains("[-XX:+UseParallelGC]");
    assertThat(stage.set("WARDROBE_JAVA_OPTS", "-XX:+UseZGC").run("check").out())
        .contains("[-XX:+UseZGC]")
        .doesNotContain("[-XX:+UseParallelGC]");
  }

  @ParameterizedTest
  @CsvSource({"--help, true", "--version, true", "help, true", "check, false"})
  void only_questions_about_the_program_go_without_the_optimizing_compiler(
      String argument, boolean limited) {
    stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.run(argument).out().contains("[-XX:TieredStopAtLevel=1]")).isEqualTo(limited);
  }

  @Test
  void a_pipe_is_not_a_terminal() {
    stage.jdk("jdk-25", "25.0.3");

    assertThat(stage.run("check").out()).doesNotContain("[-Dwardrobe.terminal=true]");
  }

  @Test
  void without_jar_and_sources_one_line_says_so() throws IOException {
    stage.jdk("jdk-25", "25.0.3");
    Files.delete(stage.jar());

    Outcome outcome = stage.run();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).singleElement().asString().contains("there is no " + stage.jar());
  }
}
