package dev.wardrobe.groundtruth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledItemsTest {
  @TempDir private Path folder;

  private static String item(int id, int image, int category, int visibility) {
    return """
    {"id": %d, "image_id": %d, "category_id": %d, "area": 4, "bbox": [1, 2, 3, 4],\
     "keypoints": %s}\
    """
        .formatted(id, image, category, Collections.nCopies(3 * 294, visibility));
  }

  @Test
  void photo_and_category_of_an_item_without_labelled_landmarks_are_in() throws IOException {
    String text =
        "{\"images\": [{\"id\": 10}, {\"id\": 20}], \"annotations\": [%s, %s, %s, %s]}"
            .formatted(item(1, 10, 3, 2), item(2, 20, 3, 0), item(3, 20, 5, 1), item(4, 20, 3, 2));
    Path file = Files.writeString(folder.resolve("gt.json"), text);
    GroundTruthOptions options = GroundTruthOptions.boxes().withLandmarks(true);
    UnlabelledItems all = new UnlabelledItems(GroundTruthReader.read(file, options).groundTruth());
    assertThat(all.contains(20, 3)).isTrue();
    assertThat(all.contains(10, 3)).isFalse();
    assertThat(all.contains(20, 5)).isFalse();
    assertThat(all.contains(20, 4)).isFalse();
    assertThat(all.contains(20, 14)).isFalse();
    assertThat(all.contains(15, 3)).isFalse();
    UnlabelledItems visible =
        new UnlabelledItems(
            GroundTruthReader.read(file, options.withVisibleOnly(true)).groundTruth());
    assertThat(visible.contains(20, 3)).isTrue();
    assertThat(visible.contains(20, 5)).isTrue();
    assertThat(visible.contains(10, 3)).isFalse();
  }
}
