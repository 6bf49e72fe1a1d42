package dev.wardrobe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A copy of the launcher in a folder of its own, among programs that are stubs: no Java and no
 * Maven but those that a test puts there.
 */
final class LauncherStage {
  private static final Path LAUNCHER = Path.of("../wardrobe");

  private static final List<String> BORROWED =
      List.of(
          "bash",
          "cat",
          "env",
          "find",
          "grep",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "tail",
          "touch");

  /** Prints where it stands and what it got; fails where it is to make a cache. */
  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in *-XX:AOTCacheOutput=*) echo try >> "${0%/*}/tries"; exit 1 ;; esac
      echo "$0"
      for argument; do printf '[%s]\\n' "$argument"; done
      exit "${STUB_EXIT:-0}"
      """;

  private final Path folder;
  private final Path programs;
  private final Map<String, String> environment = new HashMap<>();

  /** How a run ended: its exit code and the lines it printed. */
  record Outcome(int code, List<String> out, List<String> err) {}

  private LauncherStage(Path folder) {
    this.folder = folder;
    this.programs = folder.resolve("programs");
    environment.put("PATH", programs.toString());
    environment.put("HOME", folder.toString());
    environment.put("WARDROBE_JDK_DIRS", folder.resolve("jdks").toString());
    environment.put("WARDROBE_AOT", "off");
  }

  /** Sets up in an empty folder; skips the test where the system has no bash. */
  static LauncherStage in(Path folder) {
    LauncherStage stage = new LauncherStage(folder);
    Assumptions.assumeTrue(onPath("bash").isPresent(), "needs bash");
    BORROWED.forEach(stage::borrow);
    write(stage.jar(), "the jar");
    try {
      Files.copy(LAUNCHER, stage.launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stage;
  }

  /** The folder with the launcher. */
  Path home() {
    return folder.resolve("a wardrobe");
  }

  /** The launcher. */
  Path launcher() {
    return home().resolve("wardrobe");
  }

  /** The program that the launcher starts. */
  Path jar() {
    return home().resolve("cli/target/wardrobe.jar");
  }

  /** Sets an environment variable for the runs that follow. */
  LauncherStage set(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  /** Installs a stub JDK among the usual folders. */
  Path jdk(String name, String version) {
    Path jdk = folder.resolve("jdks").resolve(name);
    write(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), JAVA);
    return jdk;
  }

  /** Puts a program on the PATH. */
  void program(String name, String script) {
    script(programs.resolve(name), script);
  }

  /** Puts a link on the PATH. */
  void link(String name, Path target) {
    try {
      Files.createSymbolicLink(programs.resolve(name), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a program of this system on the PATH, if it has it. */
  boolean borrow(String name) {
    Optional<Path> program = onPath(name);
    program.ifPresent(path -> program(name, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(path)));
    return program.isPresent();
  }

  /** Runs the launcher. */
  Outcome run(String... arguments) {
    return await(start(launcher(), arguments));
  }

  /** Starts the launcher, or a link to it, without waiting for its end. */
  Process start(Path launcher, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher.toString()), Arrays.stream(arguments)).toList());
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of a run. */
  static Outcome await(Process process) {
    try (var out = process.inputReader();
        var err = process.errorReader()) {
      List<String> lines = out.lines().toList();
      List<String> errors = err.lines().toList();
      return new Outcome(process.waitFor(), lines, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes a file, and the folders above it. */
  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void script(Path file, String text) {
    write(file, text);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(":"))
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
