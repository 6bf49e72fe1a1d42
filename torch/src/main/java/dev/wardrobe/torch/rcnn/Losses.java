package dev.wardrobe.torch.rcnn;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The losses of a batch, which belong to the open scope.
 *
 * @param total their sum: what is differentiated
 * @param parts each by name, in a fixed order: {@code objectness}, {@code rpn_box}, {@code
 *     category}, {@code box}, and where there are these heads {@code mask}, {@code landmark},
 *     {@code match}; scalars
 */
public record Losses(Tensor total, Map<String, Tensor> parts) {}
