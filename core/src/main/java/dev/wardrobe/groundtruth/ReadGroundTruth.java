package dev.wardrobe.groundtruth;

import dev.wardrobe.results.ResultProblem;
import java.util.List;

/**
 * A ground truth and what was wrong with its file.
 *
 * @param groundTruth what counts
 * @param leftOut how many records were left out because something is wrong with them
 * @param taken how many were taken although something is wrong with them, as the official tools do
 * @param problems the first of those left out
 */
public record ReadGroundTruth(
    GroundTruth groundTruth, long leftOut, long taken, List<ResultProblem> problems) {}
