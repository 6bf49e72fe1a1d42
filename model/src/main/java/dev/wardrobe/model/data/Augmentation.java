package dev.wardrobe.model.data;

import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;

/**
 * How one photo is changed in one epoch: mirrored or not, smaller or larger, its colours. A
 * function of the seed, the epoch and the image id alone, so any thread may draw it at any time.
 *
 * @param flip whether it is mirrored left to right, after resizing
 * @param scale factor of both limits of {@link InputSize}, so that long photos vary as much
 * @param colours what happens to the colours, after resizing
 */
record Augmentation(boolean flip, double scale, ColourJitter colours) {
  /** Changes nothing. */
  static final Augmentation NONE = new Augmentation(false, 1, ColourJitter.NONE);

  /** Sets these choices apart from others with the same numbers. */
  private static final long PURPOSE = 0x6175676D656E74L;

  /**
   * Draws a change: mirrored half of the time, scale log-uniform between 1 / jitter and jitter,
   * colour factors uniform. What the config switches off does not change the other choices.
   */
  static Augmentation draw(InputConfig input, long seed, long epoch, int imageId) {
    Dice dice = new Dice(PURPOSE, seed, epoch, imageId);
    boolean flip = dice.chance(.5) && input.flip();
    double scale = Math.pow(input.scaleJitter(), dice.between(-1, 1));
    return new Augmentation(flip, scale, ColourJitter.draw(input.colourJitter(), dice));
  }

  /** The size of a photo as input. */
  ImageSize inputSize(ImageSize photo, InputConfig input) {
    return InputSize.of(photo, input.shortSide() * scale, input.longSide() * scale);
  }
}
