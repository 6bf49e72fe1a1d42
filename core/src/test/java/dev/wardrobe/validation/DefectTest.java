package dev.wardrobe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.synthesis.defects.Defect;
import dev.wardrobe.synthesis.defects.DefectPlanter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every known defect, alone in an otherwise clean set, is found where it was planted. */
class DefectTest {
  @TempDir Path folder;

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try (Dataset dataset = Dataset.open(folder.resolve("train"), DatasetOptions.DEFAULTS)) {
      Validator.validate(dataset.splits().getFirst(), ReadOptions.defaults(), true, findings::add);
    }
    return findings;
  }

  private void write() {
    PhotoGenerator photos = new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 40, 11));
    SplitFolderWriter.write(photos, folder.resolve("train"), true, 2, done -> {});
  }

  @Test
  void a_set_without_defects_has_no_findings() {
    write();
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Defect.class)
  void a_planted_defect_is_found_in_its_file(Defect defect) {
    write();
    DefectPlanter.Planted planted = new DefectPlanter(folder.resolve("train")).plant(defect);
    assertThat(findings())
        .filteredOn(finding -> finding.rule() == defect.rule())
        .isNotEmpty()
        .allSatisfy(finding -> {
          if (!finding.file().equals("train")) {
            assertThat(finding.file()).contains("%06d".formatted(planted.imageId()));
          }
          if (!planted.item().isEmpty() && !finding.item().isEmpty()) {
            assertThat(finding.item()).isEqualTo(planted.item());
          }
        });
  }
}
