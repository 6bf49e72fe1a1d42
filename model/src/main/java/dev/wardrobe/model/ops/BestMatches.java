package dev.wardrobe.model.ops;

import java.util.Arrays;

/**
 * The best item of each box and the best boxes of each item, collected item by item from their
 * overlaps, without a matrix of all.
 */
final class BestMatches {
  private final float[] ious;
  private final int[] items;
  private final boolean[] bestOfAnItem;
  private int item;
  private float highest;
  private int[] highestBoxes = new int[64];
  private int highestCount;

  BestMatches(int boxes) {
    ious = new float[boxes];
    items = new int[boxes];
    bestOfAnItem = new boolean[boxes];
  }

  /** Begins with the next item; items come in ascending order, from 0. */
  void startItem(int index) {
    item = index;
    highest = 0;
    highestCount = 0;
  }

  /** How much a box overlaps the item; boxes that do not need not be offered. */
  void offer(int box, float iou) {
    if (iou > ious[box]) {
      ious[box] = iou;
      items[box] = item;
    }
    if (iou > highest) {
      highest = iou;
      highestCount = 0;
    }
    if (iou == highest && highest > 0) {
      if (highestCount == highestBoxes.length) {
        highestBoxes = Arrays.copyOf(highestBoxes, 2 * highestCount);
      }
      highestBoxes[highestCount++] = box;
    }
  }

  /** Ends the item: its best boxes are known, all of them where none overlaps it. */
  void endItem() {
    if (highest == 0) {
      Arrays.fill(bestOfAnItem, true);
    }
    for (int i = 0; i < highestCount; i++) {
      bestOfAnItem[highestBoxes[i]] = true;
    }
  }

  int boxes() {
    return ious.length;
  }

  /** The highest overlap of a box with any item; 0 if there is none. */
  float iou(int box) {
    return ious[box];
  }

  /** The first item with that overlap; 0 if none overlaps the box. */
  int item(int box) {
    return items[box];
  }

  /** Whether no other box overlaps some item more than this one. */
  boolean isBestOfAnItem(int box) {
    return bestOfAnItem[box];
  }
}
