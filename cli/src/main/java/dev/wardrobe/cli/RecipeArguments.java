package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.torch.training.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is trained and how: a recipe, and what is to be different. */
final class RecipeArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = {
        "tiny: minutes on two processor cores, to see that it learns.",
        "small: less than an hour on two cores.",
        "paper: the published one, ResNet-50 at 800 pixels, for a GPU.",
        "Or the config.json of another run."
      })
  private @Nullable String recipe;

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      converter = Variant.Converter.class,
      description = {
        "Which heads: class, pose, mask, pose+class, mask+class (the paper's, with a",
        "match head), all, or detection (all but the match head). Default: all."
      })
  private @Nullable Variant variant;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Set a number of the recipe, such as training.batchSize=4; config.json",
        "has all of them. May be given several times."
      })
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many updates of the weights; short for --set training.steps=N.")
  private @Nullable Integer steps;

  /** Created by picocli. */
  RecipeArguments() {}

  /**
   * The config that was asked for.
   *
   * @param resume whether to begin with the config of the training in the folder
   */
  Config config(RunFolder folder, boolean resume) {
    Config config = resume ? resumed(folder.config()) : named();
    if (variant != null) {
      config = config.withStreams(variant.streams());
    }
    Map<String, String> set = new LinkedHashMap<>(values);
    if (steps != null) {
      set.put("training.steps", String.valueOf(steps));
    }
    return ConfigJson.with(config, set);
  }

  private Config resumed(Config config) {
    if (recipe != null && !recipe.equals(config.name())) {
      throw new DatasetException(
          "The training to go on with has the recipe %s, not %s; leave out --recipe"
              .formatted(config.name(), recipe));
    }
    return config;
  }

  private Config named() {
    return switch (recipe) {
      case null ->
          throw new ParameterException(
              spec.commandLine(), "Missing --recipe: tiny, small, paper or a config.json");
      case "tiny" -> Config.tiny();
      case "small" -> Config.small();
      case "paper" -> Config.paper();
      default -> read(Path.of(recipe));
    };
  }

  private Config read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is no recipe: expected tiny, small, paper or a config.json".formatted(file));
    }
    try {
      return ConfigJson.read(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    }
  }
}
