package dev.wardrobe.files;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one file, as many as a person could read. */
final class FileFindings {
  private static final int MOST = 200;

  private final String file;
  private final List<Finding> findings = new ArrayList<>(0);

  FileFindings(String file) {
    this.file = file;
  }

  void add(Rule rule, String item, String field, String found, String expected) {
    if (findings.size() < MOST || dropLesser(rule.consequence())) {
      findings.add(new Finding(rule, file, item, field, found, expected));
    }
  }

  /** Makes room for a finding, so that every loss keeps one that says why. */
  private boolean dropLesser(Consequence consequence) {
    if (consequence == Consequence.KEPT) {
      return false;
    }
    for (int i = MOST - 1; i >= 0; i--) {
      if (findings.get(i).rule().consequence().compareTo(consequence) > 0) {
        findings.remove(i);
        return true;
      }
    }
    return false;
  }

  void add(Rule rule, String found, String expected) {
    add(rule, "", "", found, expected);
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }
}
