package dev.wardrobe.coco;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.PhotoSizes;
import dev.wardrobe.json.JsonNumbers;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The annotations of some consecutive photos as text, with gaps where the annotation ids go, which
 * are known only when all earlier chunks are, and where the zeros of other categories' landmarks
 * go, which make two thirds of the file.
 */
final class CocoChunk {
  /** "0.0, 0.0, ..." for all 294 landmarks, and how long one landmark's part is. */
  private static final byte[] ZEROS =
      "0.0, 0.0, 0.0, ".repeat(LandmarkSchema.TOTAL).getBytes(StandardCharsets.US_ASCII);

  private static final int ID = -1;

  private static final byte[] SEPARATOR = {',', ' '};

  private static final int ZERO_LENGTH = ZEROS.length / LandmarkSchema.TOTAL;

  /** An annotation has about 2.5 kB without the zeros; a chunk, about a hundred of them. */
  static final int CAPACITY = 400_000;

  private final CocoOptions options;
  private final PhotoSizes sizes;
  private final PythonJson text;
  private List<PhotoReading> readings = List.of();

  /** Where something is still to be filled in, by place in the text. */
  private int[] gaps = new int[512];

  /** What: {@link #ID}, or so many landmarks of zeros. */
  private int[] zeros = new int[512];

  private int gapCount;

  /**
   * An empty chunk; photos whose size is unknown are left out of it.
   *
   * @param text an empty buffer
   */
  CocoChunk(CocoOptions options, PhotoSizes sizes, PythonJson text) {
    this.options = options;
    this.sizes = sizes;
    this.text = text;
  }

  CocoChunk add(List<PhotoReading> chunk) {
    readings = chunk;
    for (PhotoReading reading : chunk) {
      reading.photo().filter(photo -> sizes.knows(photo.imageId())).ifPresent(this::add);
    }
    return this;
  }

  List<PhotoReading> readings() {
    return readings;
  }

  /** The buffer, to be used again once this chunk is written. */
  PythonJson text() {
    return text;
  }

  /**
   * Writes the text with the gaps filled in, and a separator before all but the very first
   * annotation.
   *
   * @param earlier how many annotations came before
   * @return how many there are now
   */
  long writeTo(OutputStream out, long earlier) throws IOException {
    PythonJson number = new PythonJson(32);
    long id = earlier;
    int from = 0;
    if (gapCount > 0 && earlier > 0) {
      out.write(SEPARATOR);
    }
    for (int i = 0; i < gapCount; i++) {
      text.writeTo(out, from, gaps[i]);
      from = gaps[i];
      if (zeros[i] == ID) {
        number.clear();
        number.integer(++id);
        number.writeTo(out, 0, number.length());
      } else {
        out.write(ZEROS, 0, zeros[i] * ZERO_LENGTH);
      }
    }
    text.writeTo(out, from, text.length());
    return id;
  }

  private void add(Photo photo) {
    for (Item item : photo.items()) {
      if (gapCount > 0) {
        text.raw(", ");
      }
      add(photo, item);
    }
  }

  private void add(Photo photo, Item item) {
    Coordinates box = item.boundingBox();
    text.raw("{\"area\": ");
    writeArea(box);
    text.raw(", \"bbox\": [");
    writeNumber(box.get(0), box.isInteger(0));
    text.raw(", ");
    writeNumber(box.get(1), box.isInteger(1));
    text.raw(", ");
    writeNumber(box.get(2) - box.get(0), box.isInteger(0) && box.isInteger(2));
    text.raw(", ");
    writeNumber(box.get(3) - box.get(1), box.isInteger(1) && box.isInteger(3));
    text.raw("], \"category_id\": ").integer(item.category().id()).raw(", \"id\": ");
    gap(ID);
    text.raw(", \"pair_id\": ").integer(photo.pairId());
    text.raw(", \"image_id\": ").integer(photo.imageId());
    text.raw(", \"iscrowd\": 0, \"style\": ").integer(item.style());
    writeKeypoints(item);
    text.raw(", \"segmentation\": ");
    writeMask(item.mask());
    if (options.attributes()) {
      writeAttributes(photo, item);
    }
    text.raw("}");
  }

  private void gap(int kind) {
    if (gapCount == gaps.length) {
      gaps = Arrays.copyOf(gaps, gapCount * 2);
      zeros = Arrays.copyOf(zeros, gapCount * 2);
    }
    gaps[gapCount] = text.length();
    zeros[gapCount++] = kind;
  }

  /** Width times height as Python computes it: an integer only if all four corners are. */
  private void writeArea(Coordinates box) {
    boolean integers = true;
    for (int i = 0; i < 4; i++) {
      integers &= box.isInteger(i);
    }
    writeNumber((box.get(2) - box.get(0)) * (box.get(3) - box.get(1)), integers);
  }

  private void writeNumber(double value, boolean integer) {
    if (integer) {
      text.integer((long) value);
    } else {
      text.real(value);
    }
  }

  private void writeKeypoints(Item item) {
    Landmarks labelled = item.landmarks();
    Landmarks written =
        options.landmarks() == LandmarkChoice.VISIBLE ? labelled.visibleOnly() : labelled;
    int count = (options.recount() ? written : labelled).labelledCount();
    text.raw(", \"num_keypoints\": ").integer(count).raw(", \"keypoints\": [");
    LandmarkSchema schema = item.category().landmarks();
    gap(schema.offset());
    for (int i = 0; i < written.count(); i++) {
      text.real(written.x(i)).separator().real(written.y(i)).separator();
      text.real(written.visibility(i)).separator();
    }
    // The last landmark of all has no separator behind it.
    int after = LandmarkSchema.TOTAL - schema.offset() - schema.count();
    if (after > 0) {
      gap(after - 1);
      text.raw("0.0, 0.0, 0.0");
    } else {
      text.dropLast(2);
    }
    text.raw("]");
  }

  private void writeMask(Mask mask) {
    switch (mask) {
      case PolygonMask polygons -> {
        text.raw("[");
        for (int i = 0; i < polygons.parts().size(); i++) {
          text.raw(i == 0 ? "" : ", ");
          JsonNumbers.write(text, polygons.parts().get(i));
        }
        text.raw("]");
      }
      case RleMask rle -> {
        text.raw("{\"size\": [").integer(rle.size().height()).raw(", ");
        text.integer(rle.size().width()).raw("], \"counts\": ").string(rle.toCompressed());
        text.raw("}");
      }
    }
  }

  private void writeAttributes(Photo photo, Item item) {
    photo
        .source()
        .map(Source::annotationName)
        .ifPresent(name -> text.raw(", \"source\": ").string(name));
    var attributes = item.attributes();
    attributes.scale().ifPresent(value -> text.raw(", \"scale\": ").integer(value.code()));
    attributes.occlusion().ifPresent(value -> text.raw(", \"occlusion\": ").integer(value.code()));
    attributes.zoomIn().ifPresent(value -> text.raw(", \"zoom_in\": ").integer(value.code()));
    attributes.viewpoint().ifPresent(value -> text.raw(", \"viewpoint\": ").integer(value.code()));
  }
}
