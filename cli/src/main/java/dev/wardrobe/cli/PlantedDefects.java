package dev.wardrobe.cli;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.defects.DefectPlanter;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which defects were planted into a split, and which were not.
 *
 * @param split which
 * @param photos how many it has
 * @param harvest what was planted
 */
record PlantedDefects(Split split, int photos, DefectPlanter.Harvest harvest) {
  /** From so many photos on there is one for each kind, as a rule. */
  static final int ENOUGH = 150;

  private static final int COLUMNS = 100;

  /** A line for each defect, then which kinds are missing, if any. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (DefectPlanter.Planted planted : harvest.all()) {
      lines.add(
          "Planted %s in %s %s"
              .formatted(planted.defect().rule().code(), file(planted), planted.item())
              .strip());
    }
    if (!harvest.missing().isEmpty()) {
      lines.add(
          "Planted %d of %d kinds: the others found no photo that suits them; make %s"
              .formatted(
                  harvest.all().size(),
                  harvest.all().size() + harvest.missing().size(),
                  photos < ENOUGH ? "at least " + ENOUGH + " photos" : "more photos"));
      lines.addAll(
          wrapped(
              "Not planted: ",
              harvest.missing().stream().map(defect -> defect.rule().code()).toList()));
    }
    return lines;
  }

  /** Words with commas between, in lines of so many columns, the later ones indented. */
  private static List<String> wrapped(String start, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(start);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i) + (i + 1 < words.size() ? ", " : "");
      if (line.length() + word.strip().length() > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder("  ");
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A table for the set's README, in Markdown. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "## Defects\n\nPlanted on purpose:\n\n| rule | file | item |\n|---|---|---|\n");
    for (DefectPlanter.Planted planted : harvest.all()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(planted.defect().rule().code(), file(planted), planted.item()));
    }
    return table.toString();
  }

  private String file(DefectPlanter.Planted planted) {
    return split.folderName() + "/" + planted.file().toString().replace('\\', '/');
  }
}
