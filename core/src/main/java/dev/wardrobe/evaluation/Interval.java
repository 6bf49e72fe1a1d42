package dev.wardrobe.evaluation;

/**
 * Between which values a number of a summary lies, by {@link Bootstrap}.
 *
 * @param label what it is, such as "AP50"
 * @param low 2.5 % of the samples are below; -1 if there was nothing to average in most of them
 * @param high 2.5 % of the samples are above; -1 likewise
 */
public record Interval(String label, double low, double high) {}
