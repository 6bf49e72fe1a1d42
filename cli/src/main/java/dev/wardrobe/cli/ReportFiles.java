package dev.wardrobe.cli;

import dev.wardrobe.files.AtomicFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Writes a command's reports to files, or to standard output where the file is named "-". */
final class ReportFiles {
  private static final Path STDOUT = Path.of("-");

  private final CommandSpec spec;

  ReportFiles(CommandSpec spec) {
    this.spec = spec;
  }

  /** Refuses to mix two outputs; to be called before any work. */
  void requireOneOnStandardOutput(@Nullable Path json, @Nullable Path csv) {
    if (STDOUT.equals(json) && STDOUT.equals(csv)) {
      throw new ParameterException(
          spec.commandLine(), "Only one of --json and --csv can go to standard output");
    }
  }

  /** Writes an output if it is asked for; tells whether it went to standard output. */
  boolean write(@Nullable Path target, Supplier<byte[]> content) {
    if (target == null) {
      return false;
    }
    if (STDOUT.equals(target)) {
      print(new String(content.get(), StandardCharsets.UTF_8));
      return true;
    }
    AtomicFile.write(target, out -> out.write(content.get()));
    PrintWriter err = spec.commandLine().getErr();
    err.println("Wrote " + target);
    err.flush();
    return false;
  }

  /** Prints a text to standard output. */
  void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
