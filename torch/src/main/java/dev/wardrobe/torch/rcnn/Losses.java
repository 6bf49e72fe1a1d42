package dev.wardrobe.torch.rcnn;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The losses of a batch, which belong to the open scope.
 *
 * @param total their sum, each times its weight ({@link dev.wardrobe.model.config.LossWeights}):
 *     what is differentiated
 * @param parts each by name, without its weight, in a fixed order: {@code objectness}, {@code
 *     rpn_box}, {@code category}, {@code box}, and where there are these heads {@code mask}, {@code
 *     landmark}, {@code match}; scalars
 */
public record Losses(Tensor total, Map<String, Tensor> parts) {}
