package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubsetTest {
  private static GroundTruthItem item(Attributes attributes) {
    return new GroundTruthItem(
        1,
        0,
        0,
        0,
        0,
        1,
        1,
        1,
        false,
        1,
        LabelledLandmarks.NONE,
        () -> RleMask.empty(new ImageSize(1, 1)),
        attributes,
        Optional.empty());
  }

  private static List<String> columnsOf(Attributes attributes) {
    return Subset.ofPaper().stream()
        .filter(subset -> subset.contains().test(item(attributes)))
        .map(subset -> subset.attribute() + ": " + subset.value())
        .toList();
  }

  @Test
  void columns_stand_in_the_order_of_the_paper() {
    assertThat(Subset.ofPaper())
        .extracting(subset -> subset.attribute() + ": " + subset.value())
        .containsExactly(
            "scale: small",
            "scale: moderate",
            "scale: large",
            "occlusion: slight",
            "occlusion: medium",
            "occlusion: heavy",
            "zoom_in: no",
            "zoom_in: medium",
            "zoom_in: large",
            "viewpoint: no wear",
            "viewpoint: frontal",
            "viewpoint: side or back");
  }

  @Test
  void an_item_belongs_to_one_column_of_each_attribute() {
    assertThat(
            columnsOf(
                Attributes.of(
                    Scale.LARGE, Occlusion.SLIGHT, ZoomIn.MEDIUM, Viewpoint.SIDE_OR_BACK)))
        .containsExactly(
            "scale: large", "occlusion: slight", "zoom_in: medium", "viewpoint: side or back");
  }

  @Test
  void an_item_without_attributes_belongs_to_no_column() {
    assertThat(columnsOf(Attributes.UNKNOWN)).isEmpty();
  }
}
