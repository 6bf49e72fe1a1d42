package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.TrainingConfig;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  private static final TrainingConfig PAPER = Config.paper().training(); // .02, warm-up of 500
  private static final TrainingConfig TINY = // warm-up of 50
      Config.tiny().with("training.learningRate", "0.003").training();

  @Test
  void warm_up_rises_in_a_straight_line_from_a_thousandth() {
    LearningRate rate = new LearningRate(PAPER, 12_000);
    assertThat(rate.at(0)).isEqualTo(.02 * .001, within(1e-12));
    assertThat(rate.at(250)).isEqualTo(.02 * .5005, within(1e-12));
    assertThat(rate.at(499)).isLessThan(.02);
    assertThat(rate.at(500)).isEqualTo(.02);
  }

  @Test
  void steps_divide_by_ten_after_epochs_8_and_11_of_12() {
    LearningRate rate = new LearningRate(PAPER, 12_000);
    assertThat(rate.at(7_999)).isEqualTo(.02);
    assertThat(rate.at(8_000)).isEqualTo(.002, within(1e-15));
    assertThat(rate.at(10_999)).isEqualTo(.002, within(1e-15));
    assertThat(rate.at(11_000)).isEqualTo(.0002, within(1e-15));
    assertThat(rate.at(11_999)).isEqualTo(.0002, within(1e-15));
  }

  @Test
  void cosine_is_half_of_its_height_in_the_middle_and_nearly_nothing_at_the_end() {
    LearningRate rate = new LearningRate(TINY, 600);
    assertThat(rate.at(300)).isEqualTo(.0015, within(1e-12));
    assertThat(rate.at(200)).isEqualTo(.003 * .75, within(1e-12));
    assertThat(rate.at(599)).isBetween(0.0, 3e-8);
  }

  @Test
  void without_warm_up_the_first_step_has_the_full_rate() {
    TrainingConfig config = TestConfigs.training(1, 0, 10, 5);
    assertThat(new LearningRate(config, 10).at(0)).isEqualTo(config.learningRate());
  }
}
