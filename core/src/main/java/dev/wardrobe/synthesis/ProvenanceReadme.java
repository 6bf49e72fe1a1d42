package dev.wardrobe.synthesis;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that tells strangers what a made-up data set is: that it is made up, by which version
 * and command, how much there is, in which format, and what one may do with it. It names no date
 * and no machine, so that equal sets have equal files.
 *
 * @param version of Wardrobe
 * @param command that makes the same set again
 * @param seed of all random choices
 * @param parts the splits, in the order they are listed
 * @param photos whether there are photos beside the annotations
 * @param notes further paragraphs; Markdown
 */
public record ProvenanceReadme(
    String version,
    String command,
    long seed,
    List<Part> parts,
    boolean photos,
    List<String> notes) {

  /** The file's name, in the folder that holds the splits. */
  public static final String NAME = "README.md";

  /**
   * A split.
   *
   * @param name of its folder
   * @param summary how much there is
   */
  public record Part(String name, SplitSummary summary) {}

  private static final String UNFINISHED = "# An unfinished made-up data set\n";

  /** Copies the lists. */
  public ProvenanceReadme {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** The whole text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # A made-up data set

        Everything in this folder was made up by Wardrobe %s (generator version %d). Nothing in it is
        DeepFashion2: no photo, no annotation, no person, no garment. It only has DeepFashion2's
        format, so that tools for the one read the other. Scores on it say nothing of scores on
        photos of real clothes.

        Made by, and again the same to the last byte by:

            %s

        Seed %d. The folder's name and the number of threads change nothing.

        | split | photos | of consumers | of shops | items |
        |---|--:|--:|--:|--:|
        """
            .formatted(version, PhotoGenerator.VERSION, command, seed));
    for (Part part : parts) {
      SplitSummary is = part.summary;
      text.append(
          "| %s | %d | %d | %d | %d |%n"
              .formatted(part.name, is.photos(), is.consumerPhotos(), is.shopPhotos(), is.items())
              .replace(System.lineSeparator(), "\n"));
    }
    text.append("\n## Format\n\n").append(photos ? PHOTOS : NO_PHOTOS).append(FORMAT);
    for (String note : notes) {
      text.append('\n').append(note.strip()).append('\n');
    }
    return text.append(RIGHTS).toString();
  }

  private static final String PHOTOS =
      "Each split has `image/NNNNNN.jpg` and `annos/NNNNNN.json`, numbered from 000001 on.\n";

  private static final String NO_PHOTOS =
      """
      Each split has `annos/NNNNNN.json`, numbered from 000001 on, and, since the photos were left
      out, their sizes in `sizes.json`: `{"000001": [width, height], ...}`.
      """;

  private static final String FORMAT =
      """
      An annotation has `source` ("user" for consumers, "shop"), `pair_id`, and `item1`, `item2`, ...
      with category, style, box, landmarks, polygons, scale, occlusion, zoom-in and viewpoint, as
      DeepFashion2's own. Items of equal pair id and equal style above 0 are the same garment.

      Polygons, boxes and landmarks are exact. The polygons cover what is seen of a garment and no
      more. A landmark is 2 where it is seen, 1 where something lies before it, 0 outside the photo.
      """;

  private static final String RIGHTS =
      """

      ## Rights

      Photos and annotations come out of a program and show nobody and nothing real. Use, change and
      share them freely, for any purpose. DeepFashion2's own terms do not apply to them, nor does
      this free use extend to DeepFashion2.
      """;

  /**
   * Writes the file as it is while the set is being made, so that a set whose making was stopped
   * says so; {@link #write} replaces it.
   *
   * @param folder holds the splits; made if it is not there
   * @param command that makes the set again
   * @throws DatasetException if it cannot be written
   */
  public static void writeUnfinished(Path folder, String version, String command) {
    write(
        folder,
        UNFINISHED
            + """

            This set is incomplete: Wardrobe %s (generator version %d) has not finished it. Unless it
            is being made right now, its making was stopped or failed: remove this folder and make the
            set again by:

                %s
            """
                .formatted(version, PhotoGenerator.VERSION, command));
  }

  /** Whether a folder holds a set whose making was stopped. */
  public static boolean saysUnfinished(Path folder) {
    try (InputStream in = Files.newInputStream(folder.resolve(NAME))) {
      byte[] start = in.readNBytes(UNFINISHED.length());
      return new String(start, StandardCharsets.UTF_8).equals(UNFINISHED);
    } catch (IOException e) {
      return false; // none, or none of ours
    }
  }

  /**
   * Writes the file.
   *
   * @param folder holds the splits
   * @throws DatasetException if it cannot be written
   */
  public void write(Path folder) {
    write(folder, text());
  }

  private static void write(Path folder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(NAME), out -> out.write(bytes));
  }
}
