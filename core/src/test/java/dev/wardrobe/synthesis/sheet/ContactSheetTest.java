package dev.wardrobe.synthesis.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.drawing.CategoryColours;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  @TempDir Path temp;

  private static SheetPhoto skirt(int id) {
    Photo photo = SampleItems.photo(id, Source.SHOP, 1, SampleItems.item(1, Category.SKIRT, 1));
    return new SheetPhoto(
        "test", photo, "", () -> new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB));
  }

  @Test
  void page_has_a_row_for_each_four_photos() {
    List<SheetPhoto> skirts = List.of(skirt(1), skirt(2), skirt(3), skirt(4), skirt(5));
    BufferedImage one = ContactSheet.draw("five", skirts, 4);
    BufferedImage two = ContactSheet.draw("five", skirts, 5);
    assertThat(one.getWidth()).isEqualTo(1600);
    assertThat(two.getHeight()).isGreaterThan(one.getHeight() + 300);
    assertThat(ContactSheet.draw("none", List.of(), 5).getHeight()).isLessThan(200);
  }

  @Test
  void cards_are_as_high_as_their_items_need_and_pairs_have_a_ribbon() {
    Item skirt = SampleItems.item(1, Category.SKIRT, 1);
    Photo consumer = SampleItems.photo(1, Source.USER, 1, skirt);
    Photo two = SampleItems.photo(2, Source.SHOP, 1, skirt, SampleItems.item(2, Category.VEST, 0));
    SheetPhoto one = new SheetPhoto("test", consumer, "worn", skirt(1).pixels());
    SheetPhoto other = new SheetPhoto("test", two, "hanger", skirt(1).pixels());
    assertThat(new SheetCard(other).height()).isGreaterThan(new SheetCard(one).height() + 50);
    int alone = ContactSheet.draw("", List.of(other), 4).getHeight();
    List<SheetPhoto> four = List.of(one, skirt(3), skirt(4), other);
    assertThat(ContactSheet.draw("", four, 4).getHeight()).isBetween(alone + 20, alone + 60);
  }

  @Test
  void annotation_is_drawn_over_the_photo() {
    BufferedImage page = ContactSheet.draw("one", List.of(skirt(1)), 1);
    int colour = CategoryColours.of(Category.SKIRT).getRGB();
    int found = 0;
    for (int x = 0; x < page.getWidth(); x++) {
      for (int y = 0; y < page.getHeight(); y++) {
        found += page.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(200);
  }

  @Test
  void written_data_set_can_be_shown(@TempDir Path folder) throws IOException {
    PhotoGenerator generator =
        new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 7, 1).withSides(128, 160));
    SplitFolderWriter.write(generator, folder, true, 1, done -> {});
    Files.delete(folder.resolve("image/000007.jpg"));
    Files.writeString(folder.resolve("image/000006.jpg"), "no photo");
    List<SheetPhoto> photos = new ArrayList<>();
    Path page = temp.resolve("page.png");
    try (Dataset dataset = Dataset.open(folder, DatasetOptions.DEFAULTS)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a test");
      split.forEach(
          ReadOptions.defaults(),
          reading -> reading.photo().ifPresent(p -> photos.add(SheetPhoto.of(split, p))));
      ContactSheet.write("five", photos.subList(0, 5), 5, page);
      assertThatThrownBy(() -> photos.get(5).pixels().get())
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("000006.jpg is no photo that can be decoded");
      assertThatThrownBy(() -> photos.get(6).pixels().get())
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("There is no photo");
    }
    assertThat(ImageIO.read(page.toFile()).getWidth()).isEqualTo(1600);
  }
}
