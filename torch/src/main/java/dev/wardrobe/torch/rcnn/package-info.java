/** Match R-CNN: the paper's baseline for detection, segmentation, landmarks and retrieval. */
@NullMarked
package dev.wardrobe.torch.rcnn;

import org.jspecify.annotations.NullMarked;
