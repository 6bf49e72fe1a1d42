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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every known defect, alone in an otherwise clean set, is found where it was planted. */
class DefectTest {
  @TempDir static Path clean;

  @TempDir Path folder;

  @BeforeAll
  static void makeACleanSet() {
    PhotoGenerator photos =
        new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, 40, 11).withSides(160, 200));
    SplitFolderWriter.write(photos, clean.resolve("train"), true, 2, done -> {});
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try (Dataset dataset = Dataset.open(folder.resolve("train"), DatasetOptions.DEFAULTS)) {
      Validator.validate(dataset.splits().getFirst(), ReadOptions.defaults(), true, findings::add);
    }
    return findings;
  }

  private void copyTheCleanSet() throws IOException {
    try (Stream<Path> files = Files.walk(clean)) {
      for (Path file : (Iterable<Path>) files.skip(1)::iterator) {
        Files.copy(file, folder.resolve(clean.relativize(file).toString()));
      }
    }
  }

  @Test
  void a_set_without_defects_has_no_findings() throws IOException {
    copyTheCleanSet();
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Defect.class)
  void a_planted_defect_is_found_in_its_file(Defect defect) throws IOException {
    copyTheCleanSet();
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
