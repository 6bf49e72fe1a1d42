package dev.wardrobe.model.data;

import dev.wardrobe.structures.ImageSize;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A photo's pixels in native memory, freed when it is closed. */
public final class DecodedPhoto implements AutoCloseable {
  private final Mat pixels;
  private final ImageSize size;

  /** Takes the pixels over: 8 bits each of red, green and blue. */
  DecodedPhoto(Mat pixels) {
    this.pixels = pixels;
    this.size = new ImageSize(pixels.cols(), pixels.rows());
  }

  /** The size of the stored pixel grid. */
  public ImageSize size() {
    return size;
  }

  /** A copy of the pixels. */
  public Pixels pixels() {
    return copy(pixels);
  }

  /**
   * The photo in another size: each new pixel the mean of the area it covers where the photo
   * shrinks, bilinear where it grows. The edges of the photo stay its edges, so a place (x, y)
   * moves to (x * new width / width, y * new height / height), with pixel i reaching from i to i +
   * 1. torchvision's transform is bilinear both ways, which lets fine patterns of cloth flicker.
   */
  public Pixels resized(ImageSize to) {
    if (to.equals(size)) {
      return pixels();
    }
    boolean shrinks = to.width() <= size.width() && to.height() <= size.height();
    try (Mat resized = new Mat();
        Size newSize = new Size(to.width(), to.height())) {
      opencv_imgproc.resize(
          pixels,
          resized,
          newSize,
          0,
          0,
          shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR);
      return copy(resized);
    }
  }

  private static Pixels copy(Mat from) {
    byte[] rgb = new byte[3 * from.rows() * from.cols()];
    from.data().get(rgb);
    return new Pixels(from.cols(), from.rows(), rgb);
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    pixels.close();
  }
}
