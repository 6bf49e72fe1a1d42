package dev.wardrobe.cli;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.synthesis.ProvenanceReadme;
import dev.wardrobe.synthesis.SplitFolderWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A made-up set while it is being made: its README says that it is unfinished until {@link #finish}
 * replaces it, and a process that is stopped says so as its last words.
 */
final class UnfinishedSet implements AutoCloseable {
  private static final String TERMINAL_LINE_START = "\r\u001b[K";

  private final Path folder;
  private final Thread lastWords;

  private UnfinishedSet(Path folder, PrintWriter err) {
    this.folder = folder;
    this.lastWords = new Thread(() -> sayStopped(folder, err));
  }

  /**
   * Begins a set in a folder.
   *
   * @param splits that will be written
   * @param command that makes the set again
   * @throws DatasetException if something of an older set is in the way, or nothing can be written
   */
  static UnfinishedSet begin(
      Path folder, Collection<Split> splits, String command, PrintWriter err) {
    requireRoom(folder, splits);
    ProvenanceReadme.writeUnfinished(folder, Main.version(), command);
    UnfinishedSet set = new UnfinishedSet(folder, err);
    Runtime.getRuntime().addShutdownHook(set.lastWords);
    return set;
  }

  private static void requireRoom(Path folder, Collection<Split> splits) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DatasetException("%s is a file: choose a folder".formatted(folder));
    }
    if (ProvenanceReadme.saysUnfinished(folder)) {
      throw new DatasetException(
          "%s holds an unfinished set: remove it or choose a new folder".formatted(folder));
    }
    if (Files.exists(folder.resolve(ProvenanceReadme.NAME))) {
      throw new DatasetException(
          "There is a %s in %s already, which this set would need: choose a new folder"
              .formatted(ProvenanceReadme.NAME, folder));
    }
    splits.forEach(split -> SplitFolderWriter.requireEmpty(folder.resolve(split.folderName())));
  }

  /** What a stopped process says, in one line. */
  static void sayStopped(Path folder, PrintWriter err) {
    err.println(
        "%sStopped: %s"
            .formatted(
                Boolean.getBoolean("wardrobe.terminal") ? TERMINAL_LINE_START : "",
                incomplete(folder)));
    err.flush();
  }

  private static String incomplete(Path folder) {
    return "%s is incomplete (its %s says so); remove it and start again"
        .formatted(folder, ProvenanceReadme.NAME);
  }

  /** The same failure, which tells of the set, too. */
  DatasetException failed(DatasetException failure) {
    return new DatasetException(
        "%s; %s".formatted(failure.getMessage(), incomplete(folder)), failure);
  }

  /** The set is complete: its README says what it is. */
  void finish(ProvenanceReadme readme) {
    readme.write(folder);
  }

  /** The process may end from now on without last words. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastWords);
    } catch (IllegalStateException e) {
      // The process is ending: the last words are being said.
    }
  }
}
