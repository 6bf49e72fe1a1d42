package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.cli.LauncherStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the launcher builds and when it makes its cache. */
class LauncherBuildTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$JAVA_HOME: $*" >> ../builds
      mkdir -p cli/target && echo jar > cli/target/wardrobe.jar
      """;

  @TempDir private Path folder;
  private LauncherStage stage;
  private Path jdk;

  @BeforeEach
  void a_checkout_without_a_build() throws IOException {
    stage = LauncherStage.in(folder);
    jdk = stage.jdk("jdk-25", "25.0.3");
    stage.program("mvn", MAVEN);
    LauncherStage.write(stage.home().resolve("pom.xml"), "<project/>");
    LauncherStage.write(source(), "class A {}");
    Files.delete(stage.jar());
  }

  private Path source() {
    return stage.home().resolve("core/src/main/java/A.java");
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds"));
  }

  @Test
  void first_start_builds_and_the_next_does_not() throws IOException {
    Outcome first = stage.run("check");
    Outcome second = stage.run("check");

    assertThat(first.code()).isZero();
    assertThat(first.err()).singleElement().asString().startsWith("Building Wardrobe, once");
    assertThat(first.out()).contains("[" + stage.jar() + "]");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(builds())
        .containsExactly(jdk + ": -q -B -DskipTests -Dspotless.check.skip -pl cli -am package");
  }

  @Test
  void changed_source_is_built_even_if_maven_leaves_the_jar_as_it_is() throws IOException {
    stage.run();
    Files.setLastModifiedTime(stage.jar(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    FileTime later = FileTime.from(Instant.now());
    Files.setLastModifiedTime(source(), later);
    stage.program("mvn", "#!/bin/sh\necho again >> ../builds\n");

    Outcome second = stage.run();
    Outcome third = stage.run();

    assertThat(second.err())
        .containsExactly("Building Wardrobe again (core/src/main/java/A.java has changed) ...");
    assertThat(third.err()).isEmpty();
    assertThat(builds()).hasSize(2).last().isEqualTo("again");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void launchers_started_together_build_once(boolean flock) throws IOException {
    Assumptions.assumeTrue(!flock || stage.borrow("flock"), "needs flock");
    stage.program("mvn", MAVEN + "sleep 1\n");

    Process first = stage.start(stage.launcher());
    Process second = stage.start(stage.launcher());
    List<Outcome> outcomes = List.of(LauncherStage.await(first), LauncherStage.await(second));

    assertThat(outcomes).extracting(Outcome::code).containsOnly(0);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void lock_of_a_launcher_that_is_gone_is_taken_over() throws IOException {
    LauncherStage.write(stage.home().resolve("target/wardrobe-build.lock.d/owner"), "999999999\n");

    assertThat(stage.run().code()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(stage.home().resolve("target/wardrobe-build.lock.d")).doesNotExist();
  }

  @Test
  void failed_build_is_one_line_with_its_cause_and_is_tried_again() throws IOException {
    stage.program(
        "mvn",
        """
        #!/bin/sh
        echo '[INFO] working'
        echo '[ERROR] Failed to execute goal: Compilation failure:'
        echo '[ERROR] A.java:[1,7] no good -> [Help 1]'
        echo '[ERROR] '
        echo '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
        echo '[ERROR] [Help 1] http://maven'
        mkdir -p cli/target; echo half > cli/target/wardrobe.jar
        exit 1
        """);

    Outcome outcome = stage.run();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .hasSize(2)
        .last()
        .isEqualTo(
            "wardrobe: the build failed: A.java:[1,7] no good (all of it: %s)"
                .formatted(stage.home().resolve("target/wardrobe-build.log")));
    stage.program("mvn", MAVEN);
    assertThat(stage.run().err())
        .containsExactly("Building Wardrobe again (the last build did not finish) ...");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void without_maven_one_line_says_so() throws IOException {
    Files.delete(folder.resolve("programs/mvn"));

    Outcome outcome = stage.run();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).singleElement().asString().contains("building needs Maven");
  }

  @Test
  void runtime_without_compiler_cannot_build() throws IOException {
    Files.delete(jdk.resolve("bin/javac"));

    Outcome outcome = stage.run();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).singleElement().asString().contains("found no JDK 25", "to build");
  }

  @Test
  void cache_is_made_once_and_again_where_a_jar_is_newer() throws IOException {
    stage.run();
    stage.set("WARDROBE_AOT", "on");
    LauncherStage.write(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
          case $argument in
            -XX:AOTCacheOutput=*)
              echo made >> "${0%/*}/made"
              cat "${0%/*}/made" > "${argument#*=}"
              echo noise
              ;;
            -XX:AOTCache=*) cat "${argument#*=}" ;;
          esac
        done
        """);

    assertThat(stage.run().out()).containsExactly("made");
    assertThat(stage.run().out()).containsExactly("made");
    Path library = stage.jar().resolveSibling("lib/x.jar");
    LauncherStage.write(library, "newer");
    Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(stage.run().out()).containsExactly("made", "made");
  }

  @Test
  void cache_that_cannot_be_made_is_tried_once_in_silence() throws IOException {
    stage.run();
    stage.set("WARDROBE_AOT", "on");

    Outcome first = stage.run("check");
    Outcome second = stage.run("check");

    assertThat(Files.readAllLines(jdk.resolve("bin/tries"))).hasSize(1);
    assertThat(List.of(first, second))
        .allSatisfy(outcome -> {
          assertThat(outcome.code()).isZero();
          assertThat(outcome.err()).isEmpty();
          assertThat(outcome.out()).noneMatch(line -> line.contains("AOTCache"));
        });
  }
}
