/** Detectors from elsewhere, as ONNX files with a description. */
@NullMarked
package dev.wardrobe.model.detector;

import org.jspecify.annotations.NullMarked;
