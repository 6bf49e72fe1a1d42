package dev.wardrobe.groundtruth;

import dev.wardrobe.results.ResultProblem;
import java.util.List;

/**
 * A ground truth and what was wrong with its file.
 *
 * @param groundTruth what counts
 * @param leftOut how many records were left out, or taken although something is wrong with them
 * @param problems the first of them
 */
public record ReadGroundTruth(
    GroundTruth groundTruth, long leftOut, List<ResultProblem> problems) {}
