/**
 * COCO files at the border: DeepFashion2 photos to COCO, byte for byte as the official script, and
 * COCO files of any maker back to photos. Only here do COCO's words and formats appear.
 */
@NullMarked
package dev.wardrobe.coco;

import org.jspecify.annotations.NullMarked;
