package dev.wardrobe.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.predictions.Embedding;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedLandmarks;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhotoPictureTest {
  private static final Color SKIRT = CategoryColours.of(Category.SKIRT);

  /** The mask is the right half of the box, x 60 to 80; one landmark is sure, one is not. */
  private static PredictedItem skirt(ImageSize size) {
    int height = size.height();
    RleMask mask = RleMask.ofCounts(size, 60 * height, 20 * height, (size.width() - 80) * height);
    double[] landmarks = new double[24];
    landmarks[0] = 50;
    landmarks[1] = 60;
    landmarks[2] = .9;
    landmarks[3] = 50;
    landmarks[4] = 80;
    landmarks[5] = .05;
    return new PredictedItem(
        Optional.of(Category.SKIRT),
        .93,
        new Box(40, 40, 80, 100),
        Optional.of(mask),
        Optional.of(PredictedLandmarks.of(landmarks)),
        Embedding.NONE);
  }

  private static BufferedImage white(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }
    return image;
  }

  private static double distance(int rgb, Color colour) {
    Color is = new Color(rgb);
    return Math.abs(is.getRed() - colour.getRed())
        + Math.abs(is.getGreen() - colour.getGreen())
        + Math.abs(is.getBlue() - colour.getBlue());
  }

  @Test
  void small_photo_is_enlarged_and_its_item_drawn_in_its_colour() {
    ImageSize size = new ImageSize(200, 150);
    BufferedImage picture = PhotoPicture.draw(white(200, 150), List.of(DrawnItem.of(skirt(size))));
    assertThat(picture.getWidth()).isEqualTo(800);
    assertThat(picture.getHeight()).isEqualTo(600);
    // Left edge of the box, at half its height: x = 40 * 4.
    assertThat(distance(picture.getRGB(160, 330), SKIRT)).isLessThan(60);
    // Outside, in the box beside the mask, and in the mask.
    assertThat(picture.getRGB(500, 330)).isEqualTo(Color.WHITE.getRGB());
    assertThat(picture.getRGB(232, 290)).isEqualTo(Color.WHITE.getRGB());
    double tint = distance(picture.getRGB(280, 330), SKIRT);
    assertThat(tint).isBetween(50.0, distance(0xFFFFFF, SKIRT) - 50);
    // A sure landmark and an unsure one.
    assertThat(distance(picture.getRGB(200, 240), SKIRT)).isLessThan(10);
    assertThat(distance(picture.getRGB(200, 320), SKIRT)).isGreaterThan(150);
    assertThat(picture.getRGB(200, 320)).isNotEqualTo(Color.WHITE.getRGB());
    // The label stands above the box, dark on the light colour.
    int dark = 0;
    for (int x = 162; x < 300; x++) {
      for (int y = 140; y < 161; y++) {
        dark += picture.getRGB(x, y) == Color.BLACK.getRGB() ? 1 : 0;
      }
    }
    assertThat(dark).isGreaterThan(200);
  }

  @Test
  void large_photo_is_reduced_and_tiny_one_not_blown_up() {
    assertThat(PhotoPicture.draw(white(3200, 1000), List.of()).getWidth()).isEqualTo(1600);
    assertThat(PhotoPicture.draw(white(3200, 1000), List.of()).getHeight()).isEqualTo(500);
    assertThat(PhotoPicture.draw(white(100, 50), List.of()).getWidth()).isEqualTo(400);
    assertThat(PhotoPicture.draw(white(1, 1), List.of()).getWidth()).isEqualTo(4);
  }

  @Test
  void labels_of_one_box_do_not_cover_each_other() {
    DrawnItem one =
        new DrawnItem(
            Optional.of(Category.SKIRT),
            "skirt",
            new Box(50, 50, 150, 140),
            Optional.empty(),
            List.of());
    DrawnItem other =
        new DrawnItem(Optional.of(Category.VEST), "vest", one.box(), Optional.empty(), List.of());
    BufferedImage both = PhotoPicture.draw(white(200, 150), List.of(one, other));
    // The upper item's box covers the lower one's; a label has some 1200 pixels beside its letters.
    assertThat(inked(both, CategoryColours.of(Category.VEST))).isGreaterThan(1000);
    assertThat(inked(both, SKIRT)).isGreaterThan(400);
  }

  @Test
  void label_wider_than_the_photo_is_cut() {
    DrawnItem item =
        new DrawnItem(
            Optional.empty(), "x".repeat(200), new Box(0, 0, 30, 50), Optional.empty(), List.of());
    assertThat(PhotoPicture.draw(white(30, 50), List.of(item)).getWidth()).isEqualTo(120);
  }

  private static int inked(BufferedImage picture, Color colour) {
    int count = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        count += picture.getRGB(x, y) == colour.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void right_results_are_framed_green() {
    DrawnItem item = DrawnItem.of(skirt(new ImageSize(200, 150)));
    BufferedImage page =
        RetrievalPicture.draw(
            new RetrievalPicture.Tile(
                white(200, 150), item, "query", RetrievalPicture.Truth.UNKNOWN),
            List.of(
                new RetrievalPicture.Tile(white(200, 150), item, "1", RetrievalPicture.Truth.RIGHT),
                new RetrievalPicture.Tile(
                    white(150, 200), item, "2", RetrievalPicture.Truth.WRONG)));
    Color green = new Color(0x1B9E3E);
    assertThat(inked(page, green)).isEqualTo(2 * 5 * (176 + 236 - 10));
    int first = 3 * 14 + 2 * 176;
    assertThat(page.getRGB(first + 2, 100)).isEqualTo(green.getRGB());
    assertThat(page.getRGB(first + 176 + 14 + 2, 100)).isEqualTo(new Color(0xB9B4AC).getRGB());
  }

  @Test
  void categories_have_colours_of_their_own() {
    assertThat(Category.ALL.stream().map(CategoryColours::of).distinct()).hasSize(13);
    assertThat(CategoryColours.of(Optional.of(Category.VEST), 9).getAlpha()).isEqualTo(9);
    assertThat(Category.ALL.stream().map(CategoryColours::of))
        .doesNotContain(CategoryColours.of(Optional.empty(), 255));
    assertThat(CategoryColours.inkOn(SKIRT)).isEqualTo(Color.BLACK);
    assertThat(CategoryColours.inkOn(CategoryColours.of(Category.TROUSERS))).isEqualTo(Color.WHITE);
  }

  @Test
  void thumbnail_of_half_the_size_is_the_mean_of_four() {
    BufferedImage checks = white(80, 40);
    for (int x = 0; x < 80; x++) {
      for (int y = 0; y < 40; y++) {
        checks.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
      }
    }
    BufferedImage grey = Thumbnail.of(checks, 20, 10);
    assertThat(grey.getWidth()).isEqualTo(20);
    assertThat(grey.getRGB(7, 5) & 0xFF).isBetween(120, 136);
  }
}
