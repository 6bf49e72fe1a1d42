package dev.wardrobe.model.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingPhotosTest {
  @TempDir Path folder;

  private Path file(String name) {
    Path file = folder.resolve(name);
    AtomicFile.write(file, out -> out.write(name.getBytes(StandardCharsets.UTF_8)));
    return file;
  }

  @Test
  void folders_are_searched_and_photos_numbered_by_name() throws IOException {
    for (String name :
        List.of(
            "b.jpg",
            "a/z.PNG",
            "a/b/c.webp",
            "c.JPEG",
            "notes.txt",
            "jpg",
            ".d.jpg",
            ".cache/e.jpg",
            "out/f.jpg")) {
      file(name);
    }
    List<PendingPhoto> photos = PendingPhotos.of(List.of(folder), folder.resolve("out"));
    assertThat(photos)
        .extracting(PendingPhoto::name)
        .containsExactly("a/b/c.webp", "a/z.PNG", "b.jpg", "c.JPEG");
    assertThat(photos).extracting(PendingPhoto::imageId).containsExactly(1, 2, 3, 4);
    assertThat(new String(photos.get(2).file().read(), StandardCharsets.UTF_8)).isEqualTo("b.jpg");
  }

  @Test
  void files_named_are_taken_whatever_they_end_in_and_once() {
    Path odd = file("odd.bin");
    Path photo = file("in/one.jpg");
    List<PendingPhoto> photos =
        PendingPhotos.of(List.of(odd, photo, odd, folder.resolve("in")), folder.resolve("out"));
    assertThat(photos)
        .extracting(PendingPhoto::name)
        .containsExactly(folder.resolve("in") + "/one.jpg", odd.toString());
  }

  @Test
  void what_is_not_there_is_named() {
    assertThatThrownBy(() -> PendingPhotos.of(List.of(folder.resolve("no")), folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("There is no " + folder.resolve("no"));
    file("x.txt");
    assertThatThrownBy(() -> PendingPhotos.of(List.of(folder), folder.resolve("out")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("No photos in " + folder);
  }

  @Test
  void picture_has_the_photos_pixels() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x123456);
    image.setRGB(0, 0, 0xFFEEDD);
    Path file = folder.resolve("x.png");
    ImageIO.write(image, "png", file.toFile());
    BufferedImage read =
        PendingPhotos.of(List.of(file), folder.resolve("out")).getFirst().picture();
    assertThat(read.getWidth()).isEqualTo(3);
    assertThat(read.getRGB(2, 1) & 0xFFFFFF).isEqualTo(0x123456);
    assertThat(read.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFEEDD);
    Files.delete(file);
    assertThatThrownBy(
            () -> PendingPhotos.of(List.of(folder.resolve("x.png")), folder.resolve("out")))
        .isInstanceOf(DatasetException.class);
  }
}
