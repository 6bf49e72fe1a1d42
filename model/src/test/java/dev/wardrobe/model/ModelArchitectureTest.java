package dev.wardrobe.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may know which: from the config over photos to predictions. */
@NullMarked
class ModelArchitectureTest {
  private static final String MODEL = "dev.wardrobe.model.";
  private static final PackageRules RULES = PackageRules.of("dev.wardrobe.model");

  @Test
  void classes_are_found() {
    assertThat(RULES.classes().contain(MODEL + "prediction.Predictor")).isTrue();
    assertThat(RULES.classes().contain(MODEL + "ModelArchitectureTest")).isFalse();
  }

  @Test
  void config_knows_no_other_package() {
    RULES.mayKnow("config");
    RULES.mayKnow("natives");
  }

  @Test
  void weights_know_the_config_they_are_of() {
    RULES.mayKnow("weights", "config", "ops");
  }

  @Test
  void operators_and_data_know_the_config() {
    RULES.mayKnow("ops", "config");
    RULES.mayKnow("data", "config", "natives");
  }

  @Test
  void graphs_know_weights() {
    RULES.mayKnow("onnx", "config", "weights", "ops");
  }

  @Test
  void prediction_knows_all() {
    RULES.mayKnow("prediction", "config", "natives", "weights", "ops", "data", "onnx");
  }

  @Test
  void detectors_from_elsewhere_are_engines() {
    RULES.mayKnow("detector", "config", "natives", "ops", "data", "prediction");
  }

  @Test
  void nobody_knows_pytorch() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.pytorch..", "dev.wardrobe.torch..")
        .check(RULES.classes());
  }

  @Test
  void packages_have_no_cycles() {
    RULES.haveNoCycles();
  }

  @Test
  void nobody_writes_to_the_console_or_ends_the_process() {
    RULES.leaveConsoleAndProcessAlone();
  }
}
