package dev.wardrobe.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.model.PackageRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may know which: from tensors over layers and networks to training. */
@NullMarked
class TorchArchitectureTest {
  private static final String TORCH = "dev.wardrobe.torch.";
  private static final PackageRules RULES = PackageRules.of("dev.wardrobe.torch");

  @Test
  void classes_are_found() {
    assertThat(RULES.classes().contain(TORCH + "ops.RoiAlign")).isTrue();
    assertThat(RULES.classes().contain(TORCH + "TorchArchitectureTest")).isFalse();
  }

  @Test
  void tensors_know_no_networks() {
    RULES.mayKnow("tensor");
  }

  @Test
  void layers_and_operators_know_tensors() {
    RULES.mayKnow("layers", "tensor");
    RULES.mayKnow("ops", "tensor");
  }

  @Test
  void weights_know_layers() {
    RULES.mayKnow("weights", "tensor", "layers");
  }

  @Test
  void the_network_knows_its_parts_and_neither_training_nor_prediction() {
    RULES.mayKnow("rcnn", "tensor", "layers", "weights", "ops");
  }

  @Test
  void training_and_prediction_know_the_network() {
    RULES.mayKnow("prediction", "tensor", "layers", "weights", "ops", "rcnn");
    RULES.mayKnow("training", "tensor", "layers", "weights", "ops", "rcnn", "prediction");
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
