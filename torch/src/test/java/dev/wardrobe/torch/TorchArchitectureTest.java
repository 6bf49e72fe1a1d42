package dev.wardrobe.torch;

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

/** Which package may know which: from tensors over layers and networks to training. */
@NullMarked
class TorchArchitectureTest {
  private static final String TORCH = "dev.wardrobe.torch.";

  private static final JavaClasses CLASSES = ourClasses();

  @Test
  void classes_are_found() {
    assertThat(CLASSES.contain(TORCH + "ops.RoiAlign")).isTrue();
    assertThat(CLASSES.contain(TORCH + "TorchArchitectureTest")).isFalse();
  }

  @Test
  void tensors_know_no_networks() {
    mayKnow("tensor");
  }

  @Test
  void layers_and_operators_know_tensors() {
    mayKnow("layers", "tensor");
    mayKnow("ops", "tensor");
  }

  @Test
  void weights_know_layers() {
    mayKnow("weights", "tensor", "layers");
  }

  @Test
  void the_network_knows_its_parts_and_neither_training_nor_prediction() {
    mayKnow("rcnn", "tensor", "layers", "weights", "ops");
  }

  @Test
  void training_and_prediction_know_the_network() {
    mayKnow("prediction", "tensor", "layers", "weights", "ops", "rcnn");
    mayKnow("training", "tensor", "layers", "weights", "ops", "rcnn", "prediction");
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.wardrobe.torch.(*)..").should().beFreeOfCycles().check(CLASSES);
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
          .importPackages("dev.wardrobe.torch");
    });
  }

  /** Other packages of this module, that is; all of core and model may be known. */
  private static void mayKnow(String name, String... ours) {
    var allowed = resideInAPackage(TORCH + name + "..");
    for (String other : ours) {
      allowed = allowed.or(resideInAPackage(TORCH + other + ".."));
    }
    classes()
        .that()
        .resideInAPackage(TORCH + name + "..")
        .should()
        .onlyDependOnClassesThat(allowed.or(not(resideInAnyPackage("dev.wardrobe.torch.."))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
