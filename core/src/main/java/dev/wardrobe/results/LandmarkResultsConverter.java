package dev.wardrobe.results;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.json.JsonBlocks;
import dev.wardrobe.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Converts files of landmark results between the official form (882 numbers a record) and the
 * compact one (3 for each landmark of the record's category), by several threads in bounded memory.
 *
 * <p>The category's own numbers and all other keys keep their text to the last digit, and their
 * order. Of the other categories' landmarks, which are no landmarks of the record, the compact form
 * keeps what the official evaluation takes from them. If they are all at one point, that is
 * "others" (x, y and visibility as the first of them has; left out if written 0.0, 0.0, 1), and
 * nothing is lost but differences in their visibility, which is used nowhere. If not, it is
 * "extent": the least x and y and the greatest x and y of all 294, of which the official evaluation
 * makes a detection's area. Then their places are lost. They matter only for the similarity to
 * items with a labelled landmark of another category, of which DeepFashion2 has none, and to items
 * without any labelled landmark, which never count but may excuse a detection; back in the official
 * form the own landmarks stand there again and again, and the extent's corners. So of {@link
 * WholeRecords} "others" are all numbers of the others, and nothing is lost at all.
 *
 * <p>Converted to the official form and back with the same options, a file that was written here is
 * the same to the byte.
 */
public final class LandmarkResultsConverter {
  /** Small, since a block of the compact form grows tenfold. */
  private static final int BLOCK = 1 << 18;

  private final Path source;
  private final LandmarkConversionOptions options;
  private final RecordProblems problems;
  private long written;
  private Optional<String> broken = Optional.empty();
  private LandmarkForm form = LandmarkForm.COMPACT;

  private LandmarkResultsConverter(Path source, LandmarkConversionOptions options) {
    this.source = source;
    this.options = options;
    problems = new RecordProblems(options.lenient() ? BadResults.SKIP : BadResults.REFUSE);
  }

  /**
   * Converts a file. Nothing is written unless all of it can be.
   *
   * @param source may be gzipped or the only file in a zip
   * @param target is gzipped if its name ends with .gz
   * @throws DatasetException if the source cannot be read, has no results, or is in the wanted form
   *     already, or the target cannot be written
   * @throws ResultsException if it has bad records, and they are not to be left out
   */
  public static ConvertedLandmarks convert(
      Path source, Path target, LandmarkConversionOptions options) {
    LandmarkResultsConverter converter = new LandmarkResultsConverter(source, options);
    AtomicFile.write(target, out -> converter.write(out, isGzip(target)));
    return converter.summary();
  }

  private static boolean isGzip(Path target) {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private void write(OutputStream out, boolean gzip) throws IOException {
    if (gzip) {
      // Closing it would close the file, too, which is not ours.
      GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
      writeText(packed);
      packed.finish();
    } else {
      writeText(out);
    }
  }

  private void writeText(OutputStream out) throws IOException {
    out.write('[');
    ConversionParser.Place end;
    try (InputStream in = InputFile.open(source, options.progress())) {
      end =
          new JsonBlocks<>(new ConversionParser(options.target(), options.whole()), BLOCK)
              .read(in, ConversionParser.Place.START, options.threads(), block -> add(block, out));
    } catch (IOException e) {
      throw InputFile.unreadable(source, e);
    } catch (JsonFault e) {
      throw new DatasetException("Cannot read %s: %s".formatted(source, e.problem()), e);
    }
    check(end);
    out.write(']');
  }

  private void add(ConversionBlock block, OutputStream out) {
    problems.append(block.problems);
    broken = block.broken;
    if (block.written == 0 || isRefused()) {
      return;
    }
    try {
      if (written > 0) {
        out.write(block.separator.getBytes(StandardCharsets.US_ASCII));
      }
      block.text.writeTo(out, 0, block.text.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written += block.written;
  }

  private boolean isRefused() {
    return problems.count() > 0 && !options.lenient();
  }

  private void check(ConversionParser.Place end) {
    if (broken.isPresent() && end.progress() != ConversionParser.Progress.RECORD) {
      throw new DatasetException("Cannot read the results %s: %s".formatted(source, broken.get()));
    }
    if (end.isDone(options.target())) {
      throw new DatasetException(
          "There is nothing to convert in %s: it is in the %s form already"
              .formatted(source, name(end.form().orElseThrow())));
    }
    problems.refuse("the results " + source, fileName());
    form =
        end.form()
            .map(LandmarkForm::other)
            .or(options::target)
            .orElseThrow(() ->
                new DatasetException(
                    "Cannot convert %s: found no results with landmarks, so its form is unknown"
                        .formatted(source)));
  }

  private static String name(LandmarkForm form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  private String fileName() {
    return String.valueOf(source.getFileName());
  }

  private ConvertedLandmarks summary() {
    return new ConvertedLandmarks(
        form, written, problems.count(), problems.list(fileName()).first());
  }
}
