package dev.wardrobe.evaluation;

import dev.wardrobe.results.AreaSource;
import dev.wardrobe.results.ResultProblem;
import java.util.List;

/**
 * The detections of a results file and what was wrong with it.
 *
 * @param detections what counts
 * @param records how many records the file has
 * @param leftOut how many were left out because something is wrong with them
 * @param taken how many were scored although something is wrong with them, as the official tools
 *     do; those they drop without a word included
 * @param problems the first of those left out
 * @param cutShort whether the last of them is where the file cannot be read on, so that whatever
 *     comes after it was left out uncounted
 * @param areaSource what the areas come from
 * @param masksFromBoxes whether records without a mask were scored by their box, as the official
 *     tools do
 * @param compact whether the landmarks were the categories' own only
 */
public record ReadDetections(
    Detections detections,
    long records,
    long leftOut,
    long taken,
    List<ResultProblem> problems,
    boolean cutShort,
    AreaSource areaSource,
    boolean masksFromBoxes,
    boolean compact) {}
