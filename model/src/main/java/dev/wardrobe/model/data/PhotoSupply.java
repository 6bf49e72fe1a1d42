package dev.wardrobe.model.data;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.model.natives.NativeErrors;
import dev.wardrobe.synthesis.chance.Dice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/** Supplies photos for batches, others in the place of broken ones. Used by several threads. */
final class PhotoSupply {
  /** So many in a row that are broken are no accident. */
  private static final int MOST_TRIES = 20;

  private static final long PURPOSE = 0x7265706C616365L;

  private final PhotoIndex photos;
  private final PhotoLoader loader;
  private final InputConfig input;
  private final OptionalLong seed;
  private volatile boolean stopped;

  /**
   * A photo.
   *
   * @param photo empty if it is broken and nothing takes its place
   * @param problems of the photos that were tried before
   */
  record Supplied(Optional<PhotoLoader.Loaded> photo, List<Problem> problems) {
    Supplied withoutPhoto() {
      return new Supplied(Optional.empty(), problems);
    }
  }

  /** What was found in the place of a photo. */
  record Problem(int index, String found) {}

  private PhotoSupply(PhotoIndex photos, InputConfig input, OptionalLong seed) {
    this.photos = photos;
    this.loader = new PhotoLoader(photos, input);
    this.input = input;
    this.seed = seed;
  }

  static PhotoSupply forTraining(PhotoIndex photos, InputConfig input, long seed) {
    return new PhotoSupply(photos, input, OptionalLong.of(seed));
  }

  static PhotoSupply forPrediction(PhotoIndex photos, InputConfig input) {
    return new PhotoSupply(photos, input, OptionalLong.empty());
  }

  /** From now on nothing is loaded any more. */
  void stop() {
    stopped = true;
  }

  /**
   * A photo as it is in an epoch.
   *
   * @throws DatasetException if it is broken, and too many of those that could take its place
   */
  Supplied get(int index, long epoch) {
    List<Problem> problems = new ArrayList<>(0);
    int wanted = index;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (stopped) {
        throw new CancellationException();
      }
      try {
        return new Supplied(Optional.of(loader.load(wanted, change(wanted, epoch))), problems);
      } catch (IOException e) {
        problems.add(new Problem(wanted, String.valueOf(e.getMessage())));
      } catch (RuntimeException e) {
        problems.add(
            new Problem(wanted, "data that stops the reader: " + NativeErrors.firstLine(e)));
      }
      if (seed.isEmpty()) {
        return new Supplied(Optional.empty(), problems);
      }
      Dice dice = new Dice(PURPOSE, seed.getAsLong(), epoch, photos.imageId(index), tries);
      wanted = dice.below(photos.size());
    }
    throw new DatasetException(
        "Cannot load photos of %s: %d in a row are broken, such as %s: found %s; wardrobe validate --decode finds them all"
            .formatted(
                photos.split().name(),
                MOST_TRIES,
                photos.split().imageName(photos.imageId(index)),
                problems.getFirst().found()));
  }

  private Augmentation change(int index, long epoch) {
    return seed.isEmpty()
        ? Augmentation.NONE
        : Augmentation.draw(input, seed.getAsLong(), epoch, photos.imageId(index));
  }
}
