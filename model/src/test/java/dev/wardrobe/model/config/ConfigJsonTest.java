package dev.wardrobe.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.TrainingConfig.Schedule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigJsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"tiny", "small", "paper"})
  void recipes_come_back_as_they_were(String name) {
    Config config = Config.recipe(name);
    assertThat(config.name()).isEqualTo(name);
    assertThat(ConfigJson.read(ConfigJson.write(config), "x")).isEqualTo(config);
  }

  @Test
  void fields_have_the_order_of_the_records() {
    assertThat(ConfigJson.write(Config.tiny()))
        .startsWith(
            "{\"name\":\"tiny\",\"streams\":{\"category\":true,\"mask\":true,\"landmark\":true,\"match\":true},"
                + "\"backbone\":{\"block\":\"BASIC\",\"blocks\":[1,1,1,1],\"width\":16,")
        .doesNotContain("\n");
  }

  @Test
  void configs_from_before_some_fields_mean_what_they_meant() {
    String equal =
        ",\"lossWeights\":{\"objectness\":1.0,\"rpnBox\":1.0,\"category\":1.0,\"box\":1.0,"
            + "\"mask\":1.0,\"landmark\":1.0,\"match\":1.0}";
    String json = ConfigJson.write(Config.paper());
    assertThat(json).contains(equal);
    String none = ",\"repeatThreshold\":0.0";
    assertThat(json).contains(none);
    assertThat(ConfigJson.read(json.replace(equal, "").replace(none, ""), "x"))
        .isEqualTo(Config.paper());
    assertThat(Config.paper().with("training.lossWeights.mask", "2").training().lossWeights())
        .isEqualTo(new LossWeights(1, 1, 1, 1, 2, 1, 1));
    assertThatThrownBy(() -> Config.paper().with("training.lossWeights.mask", "-1"))
        .hasMessageContaining("training.lossWeights.mask: found -1.0, expected 0.0 to 1000.0");
  }

  @Test
  void fractions_may_be_set_without_a_zero() {
    assertThat(Config.tiny().with("training.momentum", ".95").training().momentum()).isEqualTo(.95);
    assertThatThrownBy(() -> Config.tiny().with("training.momentum", ".9.5"))
        .hasMessageContaining("training.momentum: found \".9.5\", expected a number");
  }

  @Test
  void whole_numbers_are_read_where_fractions_may_be() {
    String json = ConfigJson.write(Config.tiny()).replace("\"emaDecay\":0.995", "\"emaDecay\":0");
    assertThat(ConfigJson.read(json, "x").training().emaDecay()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "batchSize":8 | "batchSize":"x" | training.batchSize: found "x", expected a whole number
          "batchSize":8 | "batchSize":8.5 | training.batchSize: found 8.5, expected a whole number
          "batchSize":8 | "batchSize":0 | training.batchSize: found 0, expected at least 1
          "batchSize":8 | "batchSize":null | training.batchSize: found null, expected a whole number
          "batchSize":8 | "batchSize":8,"batchSize":8 | Duplicate Object property "batchSize"
          "batchSize":8, | `` | training.batchSize: missing
          "match":true | "match":true,"extra":1 | streams.extra: unknown field; expected are category, mask, landmark, match
          "match":true | "match":1 | streams.match: found 1, expected true or false
          "block":"BASIC" | "block":"PLAIN" | backbone.block: found "PLAIN", expected one of BASIC, BOTTLENECK
          "blocks":[1,1,1,1] | "blocks":[1,1,"a",1] | backbone.blocks[2]: found "a", expected a whole number
          "blocks":[1,1,1,1] | "blocks":1 | backbone.blocks: found 1, expected a list
          "blocks":[1,1,1,1] | "blocks":[1,1,1] | backbone.blocks: found [1, 1, 1], expected four numbers of at least 1
          "learningRate":0.003 | "learningRate":"fast" | training.learningRate: found "fast", expected a number
          "learningRate":0.003 | "learningRate":1e999 | training.learningRate: found
          "name":"tiny" | "name":5 | name: found 5, expected a string
          {"name":"tiny", | [{"name":"tiny", | Unexpected
          """)
  void wrong_fields_are_told_by_their_path(String right, String wrong, String message) {
    String json = ConfigJson.write(Config.tiny().with("training.learningRate", "0.003"));
    assertThat(json).contains(right);
    assertThatThrownBy(() -> ConfigJson.read(json.replace(right, wrong), "m.safetensors"))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Wrong config in m.safetensors: " + message)
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("REDACTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "5", "{", "nonsense"})
  void what_is_no_config_is_told(String json) {
    assertThatThrownBy(() -> ConfigJson.read(json, "x"))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("Wrong config in x: ");
  }

  @Test
  void single_fields_are_set_by_their_path() {
    Config config =
        Config.tiny()
            .with("training.batchSize", "4")
            .with("training.learningRate", "1e-3")
            .with("training.schedule", "steps")
            .with("training.milestones", "[0.5, 0.75]")
            .with("training.clipNorm", "3")
            .with("streams.match", "false")
            .with("backbone.blocks", "[1,2,3,4]")
            .with("name", "my own");
    assertThat(config.training().batchSize()).isEqualTo(4);
    assertThat(config.training().learningRate()).isEqualTo(1e-3);
    assertThat(config.training().schedule()).isEqualTo(Schedule.STEPS);
    assertThat(config.training().milestones()).containsExactly(.5, .75);
    assertThat(config.training().clipNorm()).isEqualTo(3);
    assertThat(config.streams()).isEqualTo(Streams.of("detection"));
    assertThat(config.backbone().blocks()).containsExactly(1, 2, 3, 4);
    assertThat(config.name()).isEqualTo("my own");
    assertThat(config.heads()).isEqualTo(Config.tiny().heads());
  }

  @Test
  void fields_that_need_each_other_are_set_at_once() {
    assertThatThrownBy(() -> Config.tiny().with("training.steps", "0"))
        .hasMessageContaining("training.epochs: found 0.0, expected a positive number");
    Config config = Config.tiny().with(Map.of("training.steps", "0", "training.epochs", "2"));
    assertThat(config.training().epochs()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          training.batchsize | 4 | There is no setting training.batchsize; the nearest are training.batchSize,
          batchSize | 4 | There is no setting batchSize; the nearest are training.batchSize,
          learning_rate | 4 | There is no setting learning_rate; the nearest are training.learningRate,
          streams | 4 | There is no setting streams; the nearest are streams.category, streams.mask, streams.landmark
          training.batchSize | x | Cannot set this: training.batchSize: found "x", expected a whole number
          training.accumulate | 3 | Cannot set this: training.accumulate: found 3, expected a divisor of the batch size 8
          streams.match | yes | Cannot set this: streams.match: found "yes", expected true or false
          """)
  void wrong_settings_are_told(String path, String value, String message) {
    assertThatThrownBy(() -> Config.tiny().with(path, value))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void all_paths_can_be_set() {
    List<String> paths = ConfigJson.paths();
    assertThat(paths)
        .startsWith("name", "streams.category")
        .contains("rpn.anchorSizes", "input.flip")
        .endsWith("training.checkpointEvery")
        .doesNotHaveDuplicates();
  }
}
