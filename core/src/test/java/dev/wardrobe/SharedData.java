package dev.wardrobe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of real samples and golden numbers that is no part of the project: beside the checkout
 * or where the environment variable WARDROBE_SHARED says. A test that needs it is skipped where it
 * is absent.
 */
public final class SharedData {
  private SharedData() {}

  /** A file or folder in it; skips the calling test if it is not there. */
  public static Path require(String relative) {
    Path path = root().resolve(relative);
    assumeTrue(Files.exists(path), () -> "Skipped: there is no " + path);
    return path;
  }

  /** A file or folder in it; empty if it is not there. */
  public static Optional<Path> find(String relative) {
    return Optional.of(root().resolve(relative)).filter(Files::exists);
  }

  private static Path root() {
    String given = System.getenv("WARDROBE_SHARED");
    return given == null || given.isEmpty() ? Path.of("../../shared") : Path.of(given);
  }
}
