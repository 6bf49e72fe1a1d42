package dev.wardrobe.report;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.Task;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Match R-CNN reached on the validation split, from the authors' README: average precision of
 * boxes, landmarks and masks (Tables 2 to 7), accuracy of retrieval (Tables 8 and 9).
 *
 * <p>Tables 2, 4, 6 and 8 come from a model trained on the released half of the training set;
 * Tables 3, 5, 7 and 9, their overall columns too, from one trained on all of it. The figures have
 * three decimals, from 0 to 1.
 */
public final class PublishedResults {
  /** The rows of Tables 2 to 7. */
  public static final List<String> METRICS = List.of("AP", "AP50", "AP75");

  /** The columns of Table 8: how many results of a query count. */
  public static final List<Integer> TOP = List.of(1, 5, 10, 15, 20);

  /** The last columns of Table 9; the first twelve are top-20 by subset. */
  public static final List<Integer> TOP_OVERALL = List.of(1, 10, 20);

  private static final Map<String, List<Double>> OVERALL =
      parsed(
          2,
          """
          boxes       AP   .638
          boxes       AP50 .789
          boxes       AP75 .745
          vis         AP   .605
          vis         AP50 .790
          vis         AP75 .684
          vis-and-occ AP   .529
          vis-and-occ AP50 .775
          vis-and-occ AP75 .596
          masks       AP   .640
          masks       AP50 .797
          masks       AP75 .754
          """);

  /** Twelve subsets in the paper's order, then overall. */
  private static final Map<String, List<Double>> SUBSETS =
      parsed(
          2,
          """
          boxes       AP   .604 .700 .660 .712 .654 .372 .695 .629 .466 .624 .681 .641 .667
          boxes       AP50 .780 .851 .768 .844 .810 .531 .848 .755 .563 .713 .832 .796 .814
          boxes       AP75 .717 .809 .744 .812 .768 .433 .806 .718 .525 .688 .791 .744 .773
          vis         AP   .587 .687 .599 .669 .631 .398 .688 .559 .375 .527 .677 .536 .641
          vis         AP50 .780 .854 .782 .851 .813 .534 .855 .757 .571 .724 .846 .748 .820
          vis         AP75 .671 .779 .678 .760 .718 .440 .786 .633 .390 .571 .771 .610 .728
          vis-and-occ AP   .497 .607 .555 .643 .530 .248 .616 .489 .319 .510 .596 .456 .563
          vis-and-occ AP50 .764 .839 .774 .847 .799 .479 .848 .744 .549 .716 .832 .727 .805
          vis-and-occ AP75 .551 .703 .625 .739 .600 .236 .714 .537 .307 .550 .684 .506 .641
          masks       AP   .634 .703 .666 .720 .656 .381 .701 .637 .478 .664 .689 .635 .674
          masks       AP50 .811 .865 .798 .863 .824 .543 .861 .791 .591 .757 .849 .811 .834
          masks       AP75 .752 .826 .773 .836 .780 .444 .823 .751 .559 .737 .810 .755 .793
          """);

  private static final Map<String, List<Double>> RETRIEVAL =
      parsed(
          1,
          """
          class      .079 .198 .273 .329 .366
          pose       .182 .326 .416 .469 .510
          mask       .135 .271 .350 .407 .447
          pose+class .192 .345 .435 .488 .524
          mask+class .152 .295 .379 .435 .477
          """);

  private static final Map<String, List<Double>> RETRIEVAL_GROUND_TRUTH_BOXES =
      parsed(
          1,
          """
          class      .520 .630 .540 .572 .563 .558 .618 .547 .444 .546 .584 .533 .102 .361 .470
          pose       .721 .778 .735 .756 .737 .728 .775 .751 .621 .731 .763 .711 .264 .562 .654
          mask       .624 .714 .646 .675 .651 .632 .711 .655 .526 .644 .682 .637 .193 .474 .571
          pose+class .752 .786 .733 .754 .750 .728 .789 .750 .620 .726 .771 .719 .268 .574 .665
          mask+class .656 .728 .687 .714 .676 .654 .725 .702 .565 .684 .712 .658 .212 .496 .595
          """);

  private static final Map<String, List<Double>> RETRIEVAL_DETECTED_BOXES =
      parsed(
          1,
          """
          class      .485 .537 .502 .527 .508 .383 .553 .496 .405 .499 .523 .487 .091 .312 .415
          pose       .637 .702 .691 .710 .670 .580 .710 .701 .560 .690 .700 .645 .243 .497 .588
          mask       .552 .657 .608 .639 .593 .555 .654 .613 .495 .615 .630 .565 .186 .422 .520
          pose+class .691 .730 .705 .725 .706 .605 .746 .709 .582 .699 .723 .684 .244 .522 .617
          mask+class .610 .666 .649 .676 .623 .549 .674 .655 .536 .648 .661 .604 .208 .451 .542
          """);

  private PublishedResults() {}

  /** Numbers by the words before them. */
  private static Map<String, List<Double>> parsed(int words, String table) {
    Map<String, List<Double>> rows = new LinkedHashMap<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.strip().split(" +", -1);
      List<Double> numbers = Arrays.stream(cells).skip(words).map(Double::valueOf).toList();
      rows.put(String.join(" ", Arrays.asList(cells).subList(0, words)), numbers);
    }
    return rows;
  }

  private static String row(Task task, LandmarkChoice landmarks, String metric) {
    String what =
        switch (task) {
          case DETECTION -> "boxes";
          case SEGMENTATION -> "masks";
          case LANDMARKS -> landmarks == LandmarkChoice.VISIBLE ? "vis" : "vis-and-occ";
        };
    return what + " " + metric;
  }

  private static List<Double> found(Map<String, List<Double>> rows, String row) {
    List<Double> numbers = rows.get(row);
    if (numbers == null) {
      throw new IllegalArgumentException(
          "Expected one of %s, but got %s".formatted(rows.keySet(), row));
    }
    return numbers;
  }

  /**
   * Table 2, 4 or 6.
   *
   * @param landmarks which landmarks count, for Table 4
   * @param metric one of {@link #METRICS}
   * @throws IllegalArgumentException if there is no such metric
   */
  public static double overall(Task task, LandmarkChoice landmarks, String metric) {
    return found(OVERALL, row(task, landmarks, metric)).getFirst();
  }

  /**
   * A row of Table 3, 5 or 7: twelve subsets in the order of {@code Subset.ofPaper()}, then
   * overall.
   *
   * @param landmarks which landmarks count, for Table 5
   * @param metric one of {@link #METRICS}
   * @throws IllegalArgumentException if there is no such metric
   */
  public static List<Double> subsets(Task task, LandmarkChoice landmarks, String metric) {
    return found(SUBSETS, row(task, landmarks, metric));
  }

  /** The variants of Match R-CNN in Tables 8 and 9, by what is learnt together with matching. */
  public static List<String> variants() {
    return List.copyOf(RETRIEVAL.keySet());
  }

  /**
   * A row of Table 8, with detected boxes: accuracy at each of {@link #TOP}.
   *
   * @throws IllegalArgumentException if there is no such variant
   */
  public static List<Double> retrieval(String variant) {
    return found(RETRIEVAL, variant);
  }

  /**
   * A row of Table 9, queries with more than 5 matching gallery items: top-20 of twelve subsets in
   * the paper's order, then overall at each of {@link #TOP_OVERALL}.
   *
   * @param boxes which boxes the queries have
   * @throws IllegalArgumentException if there is no such variant
   */
  public static List<Double> retrievalSubsets(String variant, Boxes boxes) {
    return found(
        boxes == Boxes.DETECTED ? RETRIEVAL_DETECTED_BOXES : RETRIEVAL_GROUND_TRUTH_BOXES, variant);
  }
}
