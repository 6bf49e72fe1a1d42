package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.synthesis.chance.Dice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Results of a made-up model for a made-up split, in the four official formats: its own items,
 * moved about by chance, some missed, some taken for another category, some found twice. Equal
 * seeds give equal files. All four files tell of the same findings.
 */
public final class ShakenResults {
  /** Boxes: image_id, category_id, bbox [x, y, width, height], score. */
  public static final String BOXES = "boxes.json";

  /** Masks: image_id, category_id, segmentation as compressed run lengths, score. */
  public static final String MASKS = "masks.json";

  /** Landmarks: image_id, category_id, 882 keypoint numbers, score. */
  public static final String LANDMARKS = "landmarks.json";

  /** Retrieval: query_image_id, query_bbox, query_cls, query_score and up to 20 results. */
  public static final String RETRIEVAL = "retrieval.json";

  private static final int RETRIEVED = 20;
  private static final double TRUE_MATCH = .2;
  private static final int FLUSH = 1 << 16;

  private final SyntheticSplit split;
  private final long seed;
  private final List<GalleryItem> gallery = new ArrayList<>();

  /** An item of a shop's photo that takes part in pairs. */
  private record GalleryItem(int imageId, Box box, int pairId, int style) {}

  private ShakenResults(SyntheticSplit split, long seed) {
    this.split = split;
    this.seed = seed;
    for (int id = 1; id <= split.photoCount(); id++) {
      Photo photo = split.photo(id);
      for (Item item : photo.items()) {
        if (item.style() > 0 && isFrom(photo, Source.SHOP)) {
          gallery.add(new GalleryItem(id, item.box(), photo.pairId(), item.style()));
        }
      }
    }
  }

  private static boolean isFrom(Photo photo, Source source) {
    return photo.source().filter(source::equals).isPresent();
  }

  /**
   * Writes the four files.
   *
   * @param folder made if it is not there; files of the same names are replaced
   * @throws DatasetException if it cannot be written
   */
  public static void write(SyntheticSplit split, long seed, Path folder) {
    ShakenResults results = new ShakenResults(split, seed);
    results.write(folder.resolve(BOXES), ShakenResults::addBox);
    results.write(folder.resolve(MASKS), ShakenResults::addMask);
    results.write(folder.resolve(LANDMARKS), ShakenResults::addLandmarks);
    AtomicFile.write(folder.resolve(RETRIEVAL), results::writeRetrieval);
  }

  /** One found item of a photo. */
  private record Found(Photo photo, ShakenItem item) {}

  private void write(Path file, BiConsumer<PythonJson, Found> value) {
    AtomicFile.write(
        file,
        out ->
            writeList(
                out,
                (json, found) -> {
                  json.raw("{\"image_id\": ").integer(found.photo.imageId());
                  json.raw(", \"category_id\": ").integer(found.item.category().id()).raw(", ");
                  value.accept(json, found);
                  json.raw(", \"score\": ").real(found.item.score()).raw("}");
                },
                photo -> true));
  }

  private void writeRetrieval(OutputStream out) throws IOException {
    writeList(out, this::addRow, photo -> isFrom(photo, Source.USER));
  }

  private void writeList(
      OutputStream out, BiConsumer<PythonJson, Found> record, Predicate<Photo> wanted)
      throws IOException {
    PythonJson json = new PythonJson(2 * FLUSH).raw("[");
    boolean first = true;
    for (int id = 1; id <= split.photoCount(); id++) {
      Photo photo = split.photo(id);
      List<ShakenItem> items = wanted.test(photo) ? ShakenItem.of(photo, seed) : List.of();
      for (ShakenItem item : items) {
        json.raw(first ? "" : ", ");
        first = false;
        record.accept(json, new Found(photo, item));
        if (json.length() > FLUSH) {
          json.writeTo(out, 0, json.length());
          json.clear();
        }
      }
    }
    json.raw("]");
    json.writeTo(out, 0, json.length());
  }

  private static void addBox(PythonJson json, Found found) {
    Box box = found.item.box();
    json.raw("\"bbox\": [").real(rounded(box.x1())).raw(", ").real(rounded(box.y1()));
    json.raw(", ").real(rounded(box.width())).raw(", ").real(rounded(box.height())).raw("]");
  }

  private static void addMask(PythonJson json, Found found) {
    RleMask mask = found.item.mask(found.photo.size().orElseThrow());
    json.raw("\"segmentation\": {\"size\": [").integer(mask.size().height()).raw(", ");
    json.integer(mask.size().width()).raw("], \"counts\": ").string(mask.toCompressed()).raw("}");
  }

  private static void addLandmarks(PythonJson json, Found found) {
    json.raw("\"keypoints\": [");
    double[] landmarks = found.item.landmarks();
    for (int i = 0; i < landmarks.length; i++) {
      json.raw(i == 0 ? "" : ", ").real(rounded(landmarks[i]));
    }
    json.raw("]");
  }

  private void addRow(PythonJson json, Found found) {
    json.raw("{\"query_image_id\": ").integer(found.photo.imageId()).raw(", \"query_bbox\": ");
    addCorners(json, found.item.box());
    json.raw(", \"query_cls\": ").integer(found.item.category().id());
    json.raw(", \"query_score\": ").real(found.item.score()).raw(", \"gallery_image_id\": [");
    List<GalleryItem> retrieved = retrieved(found);
    for (int i = 0; i < retrieved.size(); i++) {
      json.raw(i == 0 ? "" : ", ").integer(retrieved.get(i).imageId);
    }
    json.raw("], \"gallery_bbox\": [");
    for (int i = 0; i < retrieved.size(); i++) {
      addCorners(json.raw(i == 0 ? "" : ", "), retrieved.get(i).box);
    }
    json.raw("]}");
  }

  /** Each place goes to a true match now and then, else to anything. */
  private List<GalleryItem> retrieved(Found found) {
    Dice dice = new Dice(seed, found.photo.imageId(), found.item.noise());
    int[] matches =
        IntStream.range(0, gallery.size()).filter(i -> matches(found, gallery.get(i))).toArray();
    Set<Integer> chosen = new LinkedHashSet<>();
    int places = Math.min(RETRIEVED, gallery.size());
    while (chosen.size() < places) {
      boolean right = matches.length > 0 && dice.chance(TRUE_MATCH);
      chosen.add(right ? matches[dice.below(matches.length)] : dice.below(gallery.size()));
    }
    return chosen.stream().map(gallery::get).toList();
  }

  private static boolean matches(Found found, GalleryItem item) {
    return item.pairId == found.photo.pairId() && item.style == found.item.item().style();
  }

  private static void addCorners(PythonJson json, Box box) {
    json.raw("[").real(rounded(box.x1())).raw(", ").real(rounded(box.y1())).raw(", ");
    json.real(rounded(box.x2())).raw(", ").real(rounded(box.y2())).raw("]");
  }

  private static double rounded(double pixels) {
    return Math.rint(pixels * 100) / 100;
  }
}
