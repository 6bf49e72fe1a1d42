package dev.wardrobe.report;

import dev.wardrobe.evaluation.Subset;
import dev.wardrobe.tables.Table.Group;
import java.util.ArrayList;
import java.util.List;

/** The twelve columns that the paper's subset tables have in common, grouped as there. */
final class SubsetColumns {
  /** How many columns there are. */
  static final int COUNT = Subset.ofPaper().size();

  private SubsetColumns() {}

  /** A column's name in files, such as "scale small". */
  static String name(Subset subset) {
    return subset.attribute() + " " + subset.value();
  }

  /** All names. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    Subset.ofPaper().forEach(subset -> names.add(name(subset)));
    return names;
  }

  /** The four attributes. */
  static List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Subset subset : Subset.ofPaper()) {
      String label = subset.attribute().replace('_', '-');
      if (groups.isEmpty() || !groups.getLast().label().equals(label)) {
        groups.add(new Group(label, 0));
      }
      groups.add(new Group(label, groups.removeLast().columns() + 1));
    }
    return groups;
  }

  /** The twelve values between other columns. */
  static List<String> header(List<String> before, List<String> after) {
    List<String> header = new ArrayList<>(before);
    for (Subset subset : Subset.ofPaper()) {
      header.add(subset.value().replace(" or ", "/"));
    }
    header.addAll(after);
    return header;
  }
}
