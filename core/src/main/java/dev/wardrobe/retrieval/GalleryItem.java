package dev.wardrobe.retrieval;

import dev.wardrobe.structures.Box;

/**
 * One item of a shop's photo: a row of the gallery list.
 *
 * @param imageId the photo's number
 * @param box in absolute pixels
 * @param style identity inside the pair id; an item with 0 or below matches nothing
 * @param pairId the photo's pair id
 */
public record GalleryItem(long imageId, Box box, int style, int pairId) {}
