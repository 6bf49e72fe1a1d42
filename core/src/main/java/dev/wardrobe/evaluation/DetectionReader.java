package dev.wardrobe.evaluation;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.json.JsonBlocks;
import dev.wardrobe.json.JsonFault;
import dev.wardrobe.results.AreaSource;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ProblemList;
import dev.wardrobe.results.RecordProblems;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.results.ResultsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/**
 * Reads results files of models, as the official tools take them (COCO's loadRes), by several
 * threads. Overlaps with the ground truth are computed while a record is read, so that no mask and
 * no landmark is kept: memory grows with the number of detections, not with the size of the file.
 *
 * <p>A file is a list of records with image_id, category_id, score and one of: bbox [x, y, width,
 * height]; segmentation as compressed run lengths; keypoints, 294 times x, y, visibility; or
 * landmarks, the compact form. It may be gzipped or the only one in a zip. The first record decides
 * what all areas come from ({@link AreaSource}).
 */
public final class DetectionReader {
  private DetectionReader() {}

  /**
   * Reads a file.
   *
   * @param groundTruth read with masks for {@link Task#SEGMENTATION}, with landmarks for {@link
   *     Task#LANDMARKS}
   * @throws DatasetException if it cannot be read
   * @throws ResultsException if it has bad records and the options do not allow to leave them out,
   *     or is no list of results
   */
  public static ReadDetections read(
      Task task, GroundTruth groundTruth, Path path, DetectionOptions options) {
    return read(task, groundTruth, path, options, JsonBlocks.BLOCK);
  }

  /** As {@link #read(Task, GroundTruth, Path, DetectionOptions)}, in blocks of some bytes. */
  static ReadDetections read(
      Task task, GroundTruth groundTruth, Path path, DetectionOptions options, int blockSize) {
    Joiner joiner = new Joiner(groundTruth, path, options);
    DetectionParser.Place end;
    try (InputStream in = InputFile.open(path, options.progress())) {
      end =
          new JsonBlocks<>(
                  new DetectionParser(
                      task, options, block -> new DetectionJudge(task, groundTruth, block)),
                  blockSize)
              .read(in, DetectionParser.Place.START, options.threads(), joiner::add);
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    } catch (JsonFault e) {
      throw new DatasetException("Cannot read %s: %s".formatted(path, e.problem()), e);
    }
    return joiner.join(end);
  }

  /** Joins the blocks of a file, in order. */
  private static final class Joiner {
    private final GroundTruth groundTruth;
    private final Path path;
    private final String file;
    private final DetectionOptions options;
    private final Detections.Builder detections = new Detections.Builder();
    private final ResultIds ids = new ResultIds();
    private final RecordProblems problems;
    private Optional<String> broken = Optional.empty();
    private boolean masksFromBoxes;
    private boolean compact;

    Joiner(GroundTruth groundTruth, Path path, DetectionOptions options) {
      this.groundTruth = groundTruth;
      this.path = path;
      this.file = String.valueOf(path.getFileName());
      this.options = options;
      problems = new RecordProblems(options.bad());
    }

    void add(DetectionBlock block) {
      int before = (int) problems.records();
      detections.append(block.detections, before);
      ids.append(block.ids, before);
      problems.append(block.problems);
      masksFromBoxes |= block.masksFromBoxes;
      compact |= block.compact;
      broken = block.broken;
    }

    ReadDetections join(DetectionParser.Place end) {
      if (broken.isPresent() && end.progress() != DetectionParser.Progress.RECORD) {
        throw new DatasetException("Cannot read the results %s: %s".formatted(path, broken.get()));
      }
      Detections used = withoutRepeated(detections.build());
      problems.refuse("the results " + path, file);
      if (problems.records() == 0 && options.bad() != BadResults.SKIP) {
        ProblemList none = new ProblemList();
        none.add(new ResultProblem(file, 0, "", "no results", "at least one"));
        throw new ResultsException(
            "Refused the results %s: found an empty list, which ends the official tools with an error; to count all items as missed, add --lenient"
                .formatted(path),
            none);
      }
      return new ReadDetections(
          used,
          problems.records(),
          problems.count(),
          problems.taken(),
          problems.list(file).first(),
          broken.isPresent(),
          end.areaSource(),
          masksFromBoxes,
          compact);
    }

    /** Ids of results are for their writers; the official tools overwrite them. */
    private Detections withoutRepeated(Detections all) {
      BitSet repeated = new BitSet();
      if (options.bad() != BadResults.OFFICIAL) {
        ids.forEachRepeated(record -> {
          repeated.set(record);
          String found = ids.text(record) + " a second time";
          problems.takeAt(record, false, "id", found, "each id once, or no ids");
        });
      }
      return repeated.isEmpty() ? all : without(repeated, all);
    }

    private Detections without(BitSet repeated, Detections all) {
      Detections.Builder rest = new Detections.Builder();
      for (int i = 0; i < all.size(); i++) {
        if (!repeated.get(all.id(i))) {
          int image = all.imageIndex(i);
          int category = all.categoryIndex(i);
          rest.add(
              all.id(i),
              image,
              category,
              all.score(i),
              all.area(i),
              all.box(i, 0),
              all.box(i, 1),
              all.box(i, 2),
              all.box(i, 3));
          for (int item = 0; item < groundTruth.cellSize(image, category); item++) {
            rest.overlap(all.overlap(i, item));
          }
        }
      }
      return rest.build();
    }
  }
}
