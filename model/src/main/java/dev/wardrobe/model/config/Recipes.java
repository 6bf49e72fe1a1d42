package dev.wardrobe.model.config;

import dev.wardrobe.model.config.BackboneConfig.Block;
import dev.wardrobe.model.config.BackboneConfig.Norm;
import dev.wardrobe.model.config.TrainingConfig.OptimizerKind;
import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.model.config.TrainingConfig.Schedule;
import java.util.List;

/** The numbers of the recipes. */
final class Recipes {
  private static final List<Double> RATIOS = List.of(.5, 1.0, 2.0);
  private static final List<Double> MEAN = List.of(.485, .456, .406);
  private static final List<Double> DEVIATION = List.of(.229, .224, .225);

  private Recipes() {}

  static Config paper() {
    return new Config(
        "paper",
        Streams.ALL,
        new BackboneConfig(Block.BOTTLENECK, List.of(3, 4, 6, 3), 64, Norm.FROZEN_BATCH, 2, 256),
        new RpnConfig(
            List.of(32, 64, 128, 256, 512), RATIOS, .7, .3, 256, .5, 2000, 1000, 2000, 1000, .7),
        new RoiConfig(224, 7, 1024, .5, 512, .25, 128, .05, .5, 100),
        new HeadsConfig(14, 0, 4, 256, 8, 512, 2, 4, 256, 256),
        new InputConfig(800, 1333, MEAN, DEVIATION, true, 1, 0),
        new TrainingConfig(
            OptimizerKind.SGD,
            .02,
            .9,
            1e-4,
            Schedule.STEPS,
            List.of(8 / 12.0, 11 / 12.0),
            500,
            0,
            12,
            0,
            16,
            1,
            0,
            0,
            Precision.FLOAT32,
            LossWeights.EQUAL,
            0,
            1000));
  }

  static Config small() {
    return new Config(
        "small",
        Streams.ALL,
        new BackboneConfig(Block.BASIC, List.of(2, 2, 2, 2), 24, Norm.GROUP, 0, 48),
        new RpnConfig(List.of(16, 32, 64, 128), RATIOS, .7, .3, 128, .5, 400, 200, 200, 100, .7),
        new RoiConfig(160, 7, 192, .5, 32, .5, 16, .05, .5, 30),
        new HeadsConfig(14, .1, 3, 48, 4, 48, 1, 2, 48, 128),
        new InputConfig(224, 320, MEAN, DEVIATION, true, 1, .3),
        new TrainingConfig(
            OptimizerKind.MUON,
            2e-3,
            .95,
            1e-2,
            Schedule.COSINE,
            List.of(),
            200,
            12_000,
            0,
            .2,
            8,
            2,
            10,
            .999,
            Precision.AUTO,
            new LossWeights(1, 1, 2, 1, 1, .2, .5),
            3000,
            200));
  }

  static Config tiny() {
    return new Config(
        "tiny",
        Streams.ALL,
        new BackboneConfig(Block.BASIC, List.of(1, 1, 1, 1), 16, Norm.GROUP, 0, 32),
        new RpnConfig(List.of(12, 24, 48, 96), RATIOS, .7, .3, 64, .5, 200, 100, 100, 50, .7),
        new RoiConfig(56, 7, 128, .5, 32, .5, 8, .05, .5, 20),
        new HeadsConfig(14, 0, 2, 32, 4, 32, 1, 1, 32, 64),
        new InputConfig(128, 192, MEAN, DEVIATION, true, 1, 0),
        new TrainingConfig(
            OptimizerKind.ADAMW,
            4e-3,
            .9,
            1e-2,
            Schedule.COSINE,
            List.of(),
            50,
            2000,
            0,
            0,
            8,
            2,
            10,
            .995,
            Precision.FLOAT32,
            LossWeights.EQUAL,
            1000,
            200));
  }
}
