package dev.wardrobe.validation;

import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.Rule;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes photos to the last pixel, in their own colour space, so that CMYK and grey ones count as
 * readable. What the decoder only warns of, such as a premature end, is a finding too.
 */
final class DecodeCheck {
  /** Larger photos are not decoded, to bound the memory; the data set's have under 2 megapixels. */
  static final long LARGEST = 50_000_000;

  private DecodeCheck() {}

  /** What is wrong with a photo's pixels; nothing if the photo is not there. */
  static List<Finding> of(DatasetSplit split, int imageId) {
    String name = split.imageName(imageId);
    try {
      Optional<InputStream> image = split.openImage(imageId);
      if (image.isEmpty()) {
        return List.of();
      }
      try (InputStream in = image.get()) {
        return decode(in, name);
      }
    } catch (IOException e) {
      return List.of(finding(name, IoReason.of(e)));
    } catch (RuntimeException e) {
      return List.of(finding(name, "data that stops the decoder: " + e.getMessage()));
    }
  }

  private static List<Finding> decode(InputStream in, String name) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    List<Finding> findings = new ArrayList<>();
    try (ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
      reader.setInput(stream, true, true);
      reader.addIIOReadWarningListener((source, warning) -> {
        if (findings.size() < 3) {
          findings.add(finding(name, warning));
        }
      });
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > LARGEST) {
        findings.add(finding(name, "%,d pixels, not decoded".formatted(pixels)));
        return findings;
      }
      Raster raster = reader.readRaster(0, null);
      if (raster.getWidth() < 1) {
        findings.add(finding(name, "no pixels"));
      }
      return findings;
    } finally {
      reader.dispose();
    }
  }

  private static Finding finding(String name, String found) {
    return Finding.ofFile(Rule.IMAGE_DECODE, name, found, "a JPEG that decodes without complaint");
  }
}
