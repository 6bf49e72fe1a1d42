package dev.wardrobe.cli;

import dev.wardrobe.model.config.Streams;
import dev.wardrobe.predictions.ResultKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which result files a model can write for some photos, and why not the others. */
final class PredictionTasks {
  private final Map<ResultKind, String> reasons = new EnumMap<>(ResultKind.class);

  /**
   * Finds out.
   *
   * @param streams which heads the model has
   * @param annotated whether it is known which photos are consumers' and which are shops'
   * @param annotatedQueries whether consumers' items, and so their categories, are the annotated
   *     ones
   */
  PredictionTasks(Streams streams, boolean annotated, boolean annotatedQueries) {
    if (!streams.category() && !streams.landmark()) {
      String reason = "the model does not tell categories apart";
      for (ResultKind kind : ResultKind.values()) {
        reasons.put(kind, reason);
      }
      reasons.put(
          ResultKind.RETRIEVAL,
          reason + ", and a query has one: take the annotated ones with --annotated queries");
      if (annotatedQueries) {
        reasons.remove(ResultKind.RETRIEVAL);
      }
    }
    if (!streams.mask()) {
      reasons.put(ResultKind.MASKS, "the model has no mask head");
    }
    if (!streams.landmark()) {
      reasons.put(ResultKind.LANDMARKS, "the model has no landmark head");
    }
    if (!streams.match()) {
      reasons.put(ResultKind.RETRIEVAL, "the model has no match head");
    } else if (!annotated) {
      reasons.put(
          ResultKind.RETRIEVAL,
          "only an annotated split says which photos are consumers' and which are shops'");
    }
  }

  /** All that can be written. */
  Set<ResultKind> possible() {
    Set<ResultKind> kinds = EnumSet.allOf(ResultKind.class);
    kinds.removeAll(reasons.keySet());
    return kinds;
  }

  /** Why some of these cannot be written, a line each; none if all can. */
  List<String> problems(Set<ResultKind> asked) {
    return reasons.entrySet().stream()
        .filter(each -> asked.contains(each.getKey()))
        .map(each -> "no %s: %s".formatted(word(each.getKey()), each.getValue()))
        .toList();
  }

  /** The task's word on the command line. */
  static String word(ResultKind kind) {
    return kind.fileName().replace(".json", "");
  }

  /** How the file of a task is scored. */
  static String verb(ResultKind kind) {
    return switch (kind) {
      case BOXES -> "detection";
      case MASKS -> "segmentation";
      case LANDMARKS -> "landmarks";
      case RETRIEVAL -> "retrieval";
    };
  }
}
