package dev.wardrobe.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Results files made of a good row and changes to it.
 *
 * @param folder where they are written
 */
record ResultFiles(Path folder) {
  static final String GOOD =
      "{\"query_image_id\": 7, \"query_bbox\": [1, 2.5, 3, 4], \"query_cls\": 3, \"query_score\": .5,"
          + " \"gallery_image_id\": [8, 9], \"gallery_bbox\": [[1, 2, 3, 4], [5, 6, 7, 8.25]]}";

  Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("results.json"), json.replace(" .5", " 0.5"));
  }

  RetrievalResults read(String json, BadResults bad) throws IOException {
    return RetrievalResults.read(file(json), bad);
  }

  List<String> refused(String json, BadResults bad) throws IOException {
    Path file = file(json);
    ResultsException refusal =
        catchThrowableOfType(ResultsException.class, () -> RetrievalResults.read(file, bad));
    assertThat(refusal).isNotNull();
    assertThat(refusal).hasMessageStartingWith("Refused " + file + " as retrieval results: ");
    assertThat(refusal.getMessage()).doesNotContain("\n");
    return refusal.problems().stream()
        .map(ResultProblem::toString)
        .map(line -> line.substring("results.json".length()))
        .toList();
  }

  static String with(String from, String to) {
    String row = GOOD.replace(from, to);
    assertThat(row).isNotEqualTo(GOOD);
    return row;
  }

  static void assertGood(RetrievalResults results, int row) {
    assertThat(results.imageId(row)).isEqualTo(7);
    assertThat(results.category(row)).isEqualTo(3);
    assertThat(results.score(row)).isEqualTo(.5);
    assertThat(results.box(row, 1)).isEqualTo(2.5);
    assertThat(results.resultCount(row)).isEqualTo(2);
    assertThat(results.galleryImageId(row, 1)).isEqualTo(8);
    assertThat(results.galleryImageId(row, 2)).isEqualTo(9);
    assertThat(results.galleryBox(row, 2, 3)).isEqualTo(8.25);
  }

  static String row(int images, int boxes) {
    return with("[8, 9]", Collections.nCopies(images, 4).toString())
        .replace(
            "[[1, 2, 3, 4], [5, 6, 7, 8.25]]",
            Collections.nCopies(boxes, "[1, 2, 3, 4]").toString());
  }
}
