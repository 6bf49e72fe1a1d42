package dev.wardrobe.groundtruth;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.json.JsonBlocks;
import dev.wardrobe.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads the ground truth from a COCO file, as the official tools take it. Only what the task needs
 * is read, by several threads.
 *
 * <p>The file may be gzipped or the only one in a zip. Its lists may come in any order.
 * "categories" may be missing: then they are DeepFashion2's 13. Required of an annotation are id,
 * image_id, category_id and area, bbox unless only masks are read, and what the task needs:
 * segmentation or keypoints (294 times x, y, visibility); also where the official tools would not
 * come to look at it. Deliberate differences from the official tools, which end with an error: a
 * missing "iscrowd" is 0, a missing "num_keypoints" the number of labelled landmarks, keypoints may
 * be lists of three numbers, a category may have no name, and an image with run lengths only no
 * size.
 *
 * <p>Bad records, under {@link dev.wardrobe.results.BadResults#OFFICIAL OFFICIAL}: an annotation
 * whose photo or category is not listed is dropped; of annotations with one id, all become the last
 * one; a photo listed twice counts once, and, unless masks are read, may have two sizes. Otherwise
 * each is a problem.
 */
public final class GroundTruthReader {
  private GroundTruthReader() {}

  /**
   * Reads a file.
   *
   * @throws DatasetException if it cannot be read, is not JSON, or is no COCO ground truth
   * @throws dev.wardrobe.results.ResultsException if it has bad records and the options do not
   *     allow to leave them out
   */
  public static ReadGroundTruth read(Path path, GroundTruthOptions options) {
    return read(path, options, JsonBlocks.BLOCK);
  }

  /** As {@link #read(Path, GroundTruthOptions)}, in blocks of some bytes. */
  static ReadGroundTruth read(Path path, GroundTruthOptions options, int blockSize) {
    GroundTruthJoiner joiner = new GroundTruthJoiner(path, options);
    try (InputStream in = InputFile.open(path, options.progress())) {
      new JsonBlocks<>(new GroundTruthParser(options, joiner.images()), blockSize)
          .read(in, GroundTruthParser.Place.START, options.threads(), joiner::add);
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    } catch (JsonFault e) {
      throw new DatasetException("Cannot read %s: %s".formatted(path, e.problem()), e);
    }
    return joiner.join();
  }
}
