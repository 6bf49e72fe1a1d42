/** Networks as ONNX graphs, written from weights without PyTorch. */
@NullMarked
package dev.wardrobe.model.onnx;

import org.jspecify.annotations.NullMarked;
