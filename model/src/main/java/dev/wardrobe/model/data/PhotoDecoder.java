package dev.wardrobe.model.data;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.natives.NativeCode;
import dev.wardrobe.model.natives.NativeErrors;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes JPEG, PNG and WebP by OpenCV: to red, green and blue, whatever the file has (grey, CMYK,
 * YCCK, a palette; transparency is dropped), on the stored pixel grid, which annotations refer to:
 * an EXIF rotation is not applied. May be used by several threads at once; each call computes on
 * its own thread only.
 */
public final class PhotoDecoder {
  /** Larger photos are not decoded, to bound the memory; the data set's have under 2 megapixels. */
  public static final long MOST_PIXELS = 50_000_000;

  private static final int FLAGS =
      opencv_imgcodecs.IMREAD_COLOR_RGB | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;

  static {
    NativeCode.prepare();
    try {
      // Photos are spread over threads, so one photo need not be.
      opencv_core.setNumThreads(1);
    } catch (LinkageError e) {
      throw new DatasetException(
          "Cannot start OpenCV on %s %s: %s; needed is 64-bit Linux, Windows or macOS (ARM)"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  NativeErrors.firstLine(e)),
          e);
    }
  }

  private PhotoDecoder() {}

  /**
   * Decodes a file.
   *
   * @param file all of its bytes
   * @return its pixels; to be closed by the caller
   * @throws IOException if it is no such file, is broken, ends early, or has more than {@link
   *     #MOST_PIXELS}; the message says in a few words what was found, such as "a JPEG that ends
   *     early"
   */
  public static DecodedPhoto decode(byte[] file) throws IOException {
    ImageSize size = PhotoFile.size(file);
    if (size.area() > MOST_PIXELS) {
      throw new IOException(
          "%s, which is over %,d megapixels".formatted(size, MOST_PIXELS / 1_000_000));
    }
    PhotoFile.requireWhole(file);
    Mat pixels = decodeNatively(file);
    if (pixels.empty()) {
      pixels.close();
      throw new IOException("data that does not decode");
    }
    if (pixels.cols() != size.width()
        || pixels.rows() != size.height()
        || pixels.type() != opencv_core.CV_8UC3
        || !pixels.isContinuous()) {
      String found = pixels.cols() + "x" + pixels.rows();
      pixels.close();
      throw new IOException("a header of %s before pixels of %s".formatted(size, found));
    }
    return new DecodedPhoto(pixels);
  }

  private static Mat decodeNatively(byte[] file) throws IOException {
    try (BytePointer bytes = new BytePointer(file.length);
        Mat row = new Mat(1, file.length, opencv_core.CV_8UC1, bytes.put(file))) {
      return opencv_imgcodecs.imdecode(row, FLAGS);
    } catch (RuntimeException e) {
      throw new IOException("data that stops the decoder: " + NativeErrors.firstLine(e), e);
    }
  }
}
