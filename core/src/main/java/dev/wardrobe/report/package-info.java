/**
 * Results of the benchmark's four tasks for people and programs: the official lines, the paper's
 * tables with the published figures beside ours, JSON and CSV.
 */
@NullMarked
package dev.wardrobe.report;

import org.jspecify.annotations.NullMarked;
