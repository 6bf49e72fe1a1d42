package dev.wardrobe.results;

import dev.wardrobe.json.PythonJson;
import java.util.Optional;

/** What one block of a file of landmark results became. */
final class ConversionBlock {
  final RecordProblems problems = new RecordProblems(BadResults.REFUSE);

  /** Records in the other form, with separators between them. */
  final PythonJson text;

  /** What stands between two of them. */
  String separator = "";

  long written;

  /** Why the file cannot be read on. */
  Optional<String> broken = Optional.empty();

  ConversionBlock(int capacity) {
    text = new PythonJson(capacity);
  }
}
