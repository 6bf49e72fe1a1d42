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

/** Which package may know which: from the config over tensors and layers to training. */
@NullMarked
class ModelArchitectureTest {
  private static final String MODEL = "dev.wardrobe.model.";

  private static final JavaClasses CLASSES = ourClasses();

  @Test
  void classes_are_found() {
    assertThat(CLASSES.contain(MODEL + "ops.RoiAlign")).isTrue();
    assertThat(CLASSES.contain(MODEL + "ModelArchitectureTest")).isFalse();
  }

  @Test
  void config_knows_no_other_package() {
    mayKnow("config");
  }

  @Test
  void tensors_know_no_networks() {
    mayKnow("tensor");
  }

  @Test
  void layers_know_tensors() {
    mayKnow("layers", "config", "tensor");
  }

  @Test
  void weights_know_layers() {
    mayKnow("weights", "config", "tensor", "layers");
  }

  @Test
  void operators_know_tensors() {
    mayKnow("ops", "config", "tensor");
  }

  @Test
  void data_knows_the_config_and_no_tensors_itself() {
    mayKnow("data", "config", "tensor"); // its words for native errors
    noClasses()
        .that()
        .resideInAPackage(MODEL + "data..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco.pytorch..")
        .check(CLASSES);
  }

  @Test
  void the_network_knows_its_parts_and_neither_training_nor_prediction() {
    mayKnow("rcnn", "config", "tensor", "layers", "weights", "ops", "data");
  }

  @Test
  void training_and_prediction_know_the_network() {
    mayKnow(
        "training", "config", "tensor", "layers", "weights", "ops", "data", "rcnn", "prediction");
    mayKnow("prediction", "config", "tensor", "layers", "weights", "ops", "data", "rcnn");
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

  /** Of the classes they use, only ours and Java's are read: PyTorch's are thousands. */
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
