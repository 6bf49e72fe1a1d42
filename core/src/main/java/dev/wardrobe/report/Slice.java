package dev.wardrobe.report;

/**
 * A part of the ground truth that an evaluation was confined to.
 *
 * @param by what decides: "source", "category" or "photos"
 * @param value which ones, in words
 */
public record Slice(String by, String value) {}
