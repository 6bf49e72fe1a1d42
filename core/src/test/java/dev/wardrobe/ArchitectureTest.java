package dev.wardrobe;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know which: structures, dataset, json and files, then everything later. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.wardrobe");

  @Test
  void classes_are_found() {
    assertThat(CORE.contain("dev.wardrobe.structures.Box")).isTrue();
    assertThat(CORE.contain("dev.wardrobe.files.Dataset")).isTrue();
    assertThat(CORE.contain("dev.wardrobe.files.DatasetTest")).isFalse();
  }

  @Test
  void structures_know_nothing_of_ours() {
    mayKnow("structures");
  }

  @Test
  void json_knows_structures_only() {
    mayKnow("json", "structures");
  }

  @Test
  void dataset_knows_structures_only() {
    mayKnow("dataset", "structures");
  }

  @Test
  void files_know_no_later_package() {
    mayKnow("files", "structures", "dataset", "json");
  }

  @Test
  void results_know_neither_ground_truth_nor_evaluation() {
    mayKnow("results", "structures", "dataset", "json", "files");
  }

  @Test
  void ground_truth_knows_no_evaluation() {
    mayKnow("groundtruth", "structures", "dataset", "json", "files", "results");
  }

  @Test
  void evaluation_knows_no_report() {
    mayKnow("evaluation", "structures", "dataset", "json", "files", "results", "groundtruth");
  }

  @Test
  void retrieval_knows_data_and_results_only() {
    mayKnow("retrieval", "structures", "dataset", "json", "files", "pairs", "results");
  }

  @Test
  void predictions_know_data_and_results_only() {
    mayKnow("predictions", "structures", "dataset", "json", "files", "results");
  }

  @Test
  void drawing_knows_what_it_draws_only() {
    mayKnow("drawing", "structures", "dataset", "predictions");
  }

  @Test
  void markup_knows_nothing_of_ours() {
    mayKnow("markup");
  }

  @Test
  void tables_know_nothing_of_ours() {
    mayKnow("tables");
  }

  @Test
  void report_knows_scores_and_what_they_are_made_of() {
    mayKnow(
        "report",
        "structures",
        "dataset",
        "json",
        "files",
        "coco",
        "groundtruth",
        "results",
        "evaluation",
        "retrieval",
        "tables");
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.wardrobe.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void parts_of_synthesis_know_neither_each_other_in_circles_nor_who_puts_them_together() {
    slices().matching("dev.wardrobe.synthesis.(*)..").should().beFreeOfCycles().check(CORE);
    noClasses()
        .that()
        .resideInAPackage("dev.wardrobe.synthesis.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.wardrobe.synthesis")
        .check(CORE);
  }

  @Test
  void nobody_writes_to_the_console() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
  }

  @Test
  void nobody_ends_the_process_or_needs_a_database() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.sql..").check(CORE);
    noClasses().should().callMethod(System.class, "exit", int.class).check(CORE);
  }

  private static void mayKnow(String name, String... ours) {
    var allowed = resideInAPackage("dev.wardrobe." + name + "..");
    for (String other : ours) {
      allowed = allowed.or(resideInAPackage("dev.wardrobe." + other + ".."));
    }
    classes()
        .that()
        .resideInAPackage("dev.wardrobe." + name + "..")
        .should()
        .onlyDependOnClassesThat(allowed.or(not(resideInAPackage("dev.wardrobe.."))))
        .check(CORE);
  }
}
