package dev.wardrobe.evaluation;

/**
 * One number of a summary.
 *
 * @param label what it is, such as "AP50" or "AR_small"
 * @param value from 0 to 1; -1 if there was nothing to average
 */
public record Stat(String label, double value) {}
