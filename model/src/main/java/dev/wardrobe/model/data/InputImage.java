package dev.wardrobe.model.data;

import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A photo resized to a network's input size, and the way back to the photo's own pixels. */
public final class InputImage {
  private final Pixels pixels;
  private final boolean flip;
  private final ImageSize photo;

  InputImage(Pixels pixels, boolean flip, ImageSize photo) {
    this.pixels = pixels;
    this.flip = flip;
    this.photo = photo;
  }

  /**
   * The input for a photo, as models see it outside of training.
   *
   * @param file all bytes of a JPEG, PNG or WebP
   * @throws IOException if it cannot be decoded; the message says what was found, as {@link
   *     PhotoDecoder} does
   */
  public static InputImage of(byte[] file, InputConfig input) throws IOException {
    return of(file, photo -> InputSize.of(photo, input));
  }

  /**
   * The input for a photo, of any size.
   *
   * @param file all bytes of a JPEG, PNG or WebP
   * @param size gives the input's size for the photo's
   * @throws IOException if it cannot be decoded
   */
  public static InputImage of(byte[] file, UnaryOperator<ImageSize> size) throws IOException {
    try (DecodedPhoto photo = PhotoDecoder.decode(file)) {
      return new InputImage(photo.resized(size.apply(photo.size())), false, photo.size());
    }
  }

  static InputImage of(byte[] file, InputConfig input, Augmentation change) throws IOException {
    try (DecodedPhoto photo = PhotoDecoder.decode(file)) {
      Pixels pixels = photo.resized(change.inputSize(photo.size(), input));
      change.colours().apply(pixels);
      return new InputImage(pixels, change.flip(), photo.size());
    }
  }

  /** Columns of the input, without padding. */
  public int width() {
    return pixels.width();
  }

  /** Rows of the input, without padding. */
  public int height() {
    return pixels.height();
  }

  /** The pixels, without padding; not a copy. */
  public Pixels pixels() {
    return pixels;
  }

  /** The size of the photo's stored pixel grid. */
  public ImageSize photoSize() {
    return photo;
  }

  /** The photo's x of an input's x, both continuous: x * photo width / input width. */
  public double photoX(double x) {
    return x * photo.width() / width();
  }

  /** The photo's y of an input's y, both continuous: y * photo height / input height. */
  public double photoY(double y) {
    return y * photo.height() / height();
  }

  /** A box of the input in the photo's pixels (torchvision's {@code resize_boxes}). */
  public Box toPhoto(Box box) {
    return new Box(photoX(box.x1()), photoY(box.y1()), photoX(box.x2()), photoY(box.y2()));
  }

  /** What is known of it as part of a batch, without items. */
  ImageTargets targets() {
    return new ImageTargets(0, width(), height(), Optional.empty(), 0, List.of());
  }

  /**
   * Images as one batch without items, padded to the widest and the highest and to a multiple of
   * 32.
   *
   * @param images at least one
   */
  public static Batch batch(List<InputImage> images, InputConfig input) {
    return batch(
        images, images.stream().map(InputImage::targets).toList(), new Normalization(input));
  }

  static Batch batch(
      List<InputImage> images, List<ImageTargets> targets, Normalization normalization) {
    int height = images.stream().mapToInt(InputImage::paddedHeight).max().orElseThrow();
    int width = images.stream().mapToInt(InputImage::paddedWidth).max().orElseThrow();
    int image = Math.multiplyExact(3 * height, width);
    float[] planes = new float[Math.multiplyExact(images.size(), image)];
    for (int i = 0; i < images.size(); i++) {
      InputImage of = images.get(i);
      normalization.write(of.pixels, of.flip, planes, i * image, height, width);
    }
    return new Batch(planes, height, width, targets);
  }

  /** The height in a batch of its own, a multiple of {@link InputConfig#STRIDE}. */
  public int paddedHeight() {
    return padded(height());
  }

  /** The width in a batch of its own, a multiple of {@link InputConfig#STRIDE}. */
  public int paddedWidth() {
    return padded(width());
  }

  private static int padded(int side) {
    return (side + InputConfig.STRIDE - 1) / InputConfig.STRIDE * InputConfig.STRIDE;
  }
}
