package dev.wardrobe.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may know which: from the config over photos to predictions. */
@NullMarked
class ModelArchitectureTest {
  private static final String MODEL = "dev.wardrobe.model.";

  private static final JavaClasses CLASSES = ourClasses();

  @Test
  void classes_are_found() {
    assertThat(CLASSES.contain(MODEL + "prediction.Predictor")).isTrue();
    assertThat(CLASSES.contain(MODEL + "ModelArchitectureTest")).isFalse();
  }

  @Test
  void config_knows_no_other_package() {
    mayKnow("config");
    mayKnow("natives");
  }

  @Test
  void weights_know_the_config_they_are_of() {
    mayKnow("weights", "config", "ops");
  }

  @Test
  void operators_and_data_know_the_config() {
    mayKnow("ops", "config");
    mayKnow("data", "config", "natives");
  }

  @Test
  void graphs_know_weights() {
    mayKnow("onnx", "config", "weights", "ops");
  }

  @Test
  void prediction_knows_all() {
    mayKnow("prediction", "config", "natives", "weights", "ops", "data", "onnx");
  }

  @Test
  void detectors_from_elsewhere_are_engines() {
    mayKnow("detector", "config", "natives", "ops", "data", "prediction");
  }

  @Test
  void nobody_knows_pytorch() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.pytorch..", "dev.wardrobe.torch..")
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.wardrobe.model.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nobody_writes_to_the_console_or_ends_the_process() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
  }

  /** Of the classes they use, only ours and Java's are read: native ones are thousands. */
  private static JavaClasses ourClasses() {
    return ArchConfiguration.withThreadLocalScope(configuration -> {
      configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
      configuration.setClassResolverArguments("dev.wardrobe", "java");
      return new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.wardrobe.model");
    });
  }

  /** Other packages of this module, that is; all of core may be known. */
  private static void mayKnow(String name, String... ours) {
    var allowed = resideInAPackage(MODEL + name + "..");
    for (String other : ours) {
      allowed = allowed.or(resideInAPackage(MODEL + other + ".."));
    }
    classes()
        .that()
        .resideInAPackage(MODEL + name + "..")
        .should()
        .onlyDependOnClassesThat(allowed.or(not(resideInAnyPackage("dev.wardrobe.model.."))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
