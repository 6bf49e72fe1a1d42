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
    if (findings.size() < MOST || rule.consequence() != Consequence.KEPT) {
      if (findings.size() >= MOST) {
        findings.remove(MOST - 1);
      }
      findings.add(new Finding(rule, file, item, field, found, expected));
    }
  }

  void add(Rule rule, String found, String expected) {
    add(rule, "", "", found, expected);
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }
}
