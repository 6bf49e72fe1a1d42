package dev.wardrobe.cli;

import dev.wardrobe.files.AtomicFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a report goes: text to standard output unless JSON or CSV goes there. */
final class OutputArguments {
  private static final Path STDOUT = Path.of("-");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write every number as JSON, with rules and digests; - for standard output.")
  private @Nullable Path json;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write task,scope,name,metric,value as CSV; - for standard output.")
  private @Nullable Path csv;

  @Option(names = "--brief", description = "Print only the official numbers and the first table.")
  private boolean brief;

  /** Created by picocli. */
  OutputArguments() {}

  /** Whether the digests of the inputs will be written. */
  boolean wantsDigests() {
    return json != null;
  }

  /** Whether JSON or CSV will be written. */
  boolean wantsFiles() {
    return json != null || csv != null;
  }

  /** Whether more than the brief text will be written. */
  boolean wantsAll() {
    return !brief || wantsFiles();
  }

  /** Refuses to mix two outputs; to be called before any work. */
  void check() {
    if (STDOUT.equals(json) && STDOUT.equals(csv)) {
      throw new ParameterException(
          spec.commandLine(), "Only one of --json and --csv can go to standard output");
    }
  }

  /** Writes what is asked for. */
  void write(
      Supplier<String> text,
      Supplier<String> briefText,
      Supplier<byte[]> jsonBytes,
      Supplier<String> csvText) {
    boolean printed = write(json, jsonBytes);
    printed |= write(csv, () -> csvText.get().getBytes(StandardCharsets.UTF_8));
    if (!printed) {
      print(brief ? briefText.get() : text.get());
    }
  }

  /** Writes an output if it is asked for; tells whether it went to standard output. */
  private boolean write(@Nullable Path target, Supplier<byte[]> content) {
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

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
