package dev.wardrobe.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a report goes: text to standard output unless JSON or CSV goes there. */
final class OutputArguments {
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
    new ReportFiles(spec).requireOneOnStandardOutput(json, csv);
  }

  /** Writes what is asked for. */
  void write(
      Supplier<String> text,
      Supplier<String> briefText,
      Supplier<byte[]> jsonBytes,
      Supplier<String> csvText) {
    ReportFiles files = new ReportFiles(spec);
    boolean printed = files.write(json, jsonBytes);
    printed |= files.write(csv, () -> csvText.get().getBytes(StandardCharsets.UTF_8));
    if (!printed) {
      files.print(brief ? briefText.get() : text.get());
    }
  }
}
