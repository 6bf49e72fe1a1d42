package dev.wardrobe.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTableTest {
  @TempDir Path folder;

  @Test
  void photos_and_problems_stand_in_lines() throws IOException {
    PhotoTable.write(
        folder,
        table -> {
          table.add(
              new PredictedPhoto(1, "é.jpg", new ImageSize(30, 40), Optional.empty(), List.of()));
          table.addProblem(2, "a, \"b\".jpg", "no JPEG");
        });
    assertThat(Files.readString(folder.resolve(PhotoTable.FILE)))
        .isEqualTo(
            """
            id,file,width,height,detections,problem
            1,é.jpg,30,40,0,
            2,"a, ""b"".jpg",,,,no JPEG
            """);
  }
}
