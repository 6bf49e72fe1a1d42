package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.drawing.DrawnItem;
import dev.wardrobe.drawing.PhotoPicture;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The folder with pictures of what was found, and the page that shows them. */
final class PictureFolder {
  static final String PAGE = "index.html";

  private static final String FOLDER = "pictures";
  private static final float QUALITY = .88f;

  /** Less sure finds would cover the others. */
  private static final double DRAWN_SCORE = .5;

  private final Path out;
  private final int total;
  private final int wanted;
  private final List<PicturePage.Card> cards = new ArrayList<>();
  private final List<PicturePage.Card> retrievals = new ArrayList<>();
  private int seen;

  /**
   * No pictures yet.
   *
   * @param total how many photos will come
   * @param wanted how many of them are drawn, evenly spread
   */
  PictureFolder(Path out, int total, int wanted) {
    this.out = out;
    this.total = total;
    this.wanted = wanted;
  }

  /** How many photos are drawn. */
  int wanted() {
    return wanted;
  }

  /** Draws the next photo if its turn has come. */
  void add(PendingPhoto photo, PredictedPhoto found) {
    long before = (long) seen * wanted / total;
    seen++;
    if ((long) seen * wanted / total == before) {
      return;
    }
    List<PredictedItem> sure =
        found.items().stream().filter(item -> item.score() >= DRAWN_SCORE).toList();
    String name = "%06d.jpg".formatted(photo.imageId());
    BufferedImage picture =
        PhotoPicture.draw(pixels(photo), sure.stream().map(DrawnItem::of).toList());
    write(picture, name);
    cards.add(
        new PicturePage.Card(
            FOLDER + "/" + name,
            photo.name(),
            sure.stream().map(PictureFolder::chip).toList(),
            unsure(found.items().size() - sure.size())));
  }

  private static PicturePage.Chip chip(PredictedItem item) {
    String name = item.category().map(Category::annotationName).orElse("garment");
    return new PicturePage.Chip(item.category(), "%s %.2f".formatted(name, item.score()));
  }

  private static String unsure(int count) {
    return count == 0 ? "" : "%d more with a score below %.1f".formatted(count, DRAWN_SCORE);
  }

  /** The photo itself; it was read before, so it has to be there. */
  static BufferedImage pixels(PendingPhoto photo) {
    try {
      return photo.picture();
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot read %s again: %s".formatted(photo.name(), e.getMessage()), e);
    }
  }

  /** Adds a query with its results. */
  void addRetrieval(BufferedImage picture, int number, String title, String note) {
    String name = "retrieval-%03d.jpg".formatted(number);
    write(picture, name);
    retrievals.add(new PicturePage.Card(FOLDER + "/" + name, title, List.of(), note));
  }

  private void write(BufferedImage picture, String name) {
    AtomicFile.write(
        out.resolve(FOLDER).resolve(name),
        stream -> {
          ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
          try (var image = new MemoryCacheImageOutputStream(stream)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(image);
            writer.write(null, new IIOImage(picture, null, null), parameters);
          } finally {
            writer.dispose();
          }
        });
  }

  /** Writes the page. */
  void finish(PredictionRun run) {
    String title = "What was found";
    List<String> facts =
        Arrays.asList(
            "model " + run.predictor().path(),
            "photos " + run.photos().path(),
            Words.count(run.done(), "photo"),
            Words.count(run.items(), "detection"),
            run.skipped() == 0 ? "" : Words.count(run.skipped(), "photo") + " skipped");
    String html =
        PicturePage.of(
            title, facts.stream().filter(fact -> !fact.isEmpty()).toList(), cards, retrievals);
    AtomicFile.write(
        out.resolve(PAGE), stream -> stream.write(html.getBytes(StandardCharsets.UTF_8)));
  }
}
