package dev.wardrobe.groundtruth;

import dev.wardrobe.json.JsonBlocks;
import dev.wardrobe.json.JsonFault;
import dev.wardrobe.json.JsonKeys;
import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.results.RecordProblems;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/** Parses blocks of a COCO file of ground truth: its lists in any order, rows one by one. */
final class GroundTruthParser
    implements JsonBlocks.Parser<GroundTruthParser.Place, GroundTruthBlock> {
  private static final JsonKeys SECTIONS = JsonKeys.of("images", "annotations", "categories");
  private static final JsonKeys IMAGE = JsonKeys.of("id", "width", "height");
  private static final JsonKeys CATEGORY = JsonKeys.of("id", "name");
  private static final double NO_ID = -.5;
  private static final int LONGEST_SIDE = 1 << 20;

  private final GroundTruthOptions options;
  private final ConcurrentMap<Long, GroundTruthBlock.Image> images;

  /**
   * A parser.
   *
   * @param images the photos known so far
   */
  GroundTruthParser(
      GroundTruthOptions options, ConcurrentMap<Long, GroundTruthBlock.Image> images) {
    this.options = options;
    this.images = images;
  }

  /** Where in the file a block starts or ends. */
  enum Place {
    /** Before everything. */
    START,
    /** Before a key of the outermost object. */
    KEY,
    /** Before a row of "images". */
    IMAGES,
    /** Before a row of "annotations". */
    ANNOTATIONS,
    /** Before a row of "categories". */
    CATEGORIES,
    /** After everything. */
    END
  }

  @Override
  public JsonBlocks.Parsed<Place, GroundTruthBlock> parse(
      byte[] bytes, int from, int to, Place start, boolean last) {
    JsonScanner scanner = new JsonScanner();
    scanner.reset(bytes, from, to);
    GroundTruthBlock block = new GroundTruthBlock(options.bad());
    AnnotationScanner annotations = new AnnotationScanner(options, images, block.problems);
    Place place = start;
    int done = from;
    try {
      while (place != Place.END && (last || !scanner.atEnd())) {
        place =
            switch (place) {
              case START -> afterStart(scanner);
              case KEY -> readKey(scanner, block);
              case IMAGES -> readImage(scanner, block);
              case CATEGORIES -> readCategory(scanner, block);
              default -> {
                annotations.read(scanner, bytes);
                Place next = after(scanner, Place.ANNOTATIONS);
                annotations.take().ifPresent(block.annotations::add);
                yield next;
              }
            };
        done = scanner.position();
      }
      if (place == Place.END && !scanner.atEnd()) {
        throw scanner.fault("the end of the file");
      }
      return new JsonBlocks.Parsed<>(place, done, place == Place.END, block);
    } catch (JsonFault fault) {
      if (fault.atEnd() && !last) {
        return new JsonBlocks.Parsed<>(place, done, false, block);
      }
      block.broken = Optional.of(fault.problem());
      block.brokenIn = list(place);
      return new JsonBlocks.Parsed<>(Place.END, to, true, block);
    }
  }

  private static String list(Place place) {
    return switch (place) {
      case IMAGES -> "images";
      case ANNOTATIONS -> "annotations";
      case CATEGORIES -> "categories";
      default -> "";
    };
  }

  private static Place afterStart(JsonScanner scanner) {
    scanner.skipByteOrderMark();
    if (scanner.peek() == '[') {
      throw scanner.fault(
          "an object {...} with images and annotations (a list is usually a file of results)");
    }
    if (!scanner.tryNext('{')) {
      throw scanner.fault("an object {...} with images and annotations in JSON");
    }
    return scanner.tryNext('}') ? Place.END : Place.KEY;
  }

  private static Place readKey(JsonScanner scanner, GroundTruthBlock block) {
    int section = scanner.key(SECTIONS);
    if (section == JsonKeys.OTHER) {
      scanner.skip();
      return scanner.more('}') ? Place.KEY : Place.END;
    }
    if (!scanner.tryNext('[')) {
      throw scanner.fault("a list [...] of " + SECTIONS.names().get(section));
    }
    block.sawImages |= section == 0;
    block.sawCategories |= section == 2;
    if (scanner.tryNext(']')) {
      return scanner.more('}') ? Place.KEY : Place.END;
    }
    return switch (section) {
      case 0 -> Place.IMAGES;
      case 1 -> Place.ANNOTATIONS;
      default -> Place.CATEGORIES;
    };
  }

  private static Place after(JsonScanner scanner, Place list) {
    if (scanner.more(']')) {
      return list;
    }
    return scanner.more('}') ? Place.KEY : Place.END;
  }

  private static Place readImage(JsonScanner scanner, GroundTruthBlock block) {
    double[] values = {NO_ID, 0, 0};
    scanner.next('{');
    boolean more = !scanner.tryNext('}');
    while (more) {
      int key = scanner.key(IMAGE);
      if (key != JsonKeys.OTHER && scanner.isNumber()) {
        values[key] = scanner.number();
      } else {
        scanner.skip();
      }
      more = scanner.more('}');
    }
    Place next = after(scanner, Place.IMAGES);
    if (takeId(values[0], block.imageProblems)) {
      // What cannot be a size is none, like a missing one.
      boolean sized = side(values[1]) && side(values[2]) && values[1] * values[2] < 0x1p31;
      block.images.add(
          new GroundTruthBlock.Image(
              block.imageProblems.records(),
              (long) values[0],
              sized ? (int) values[1] : 0,
              sized ? (int) values[2] : 0));
    }
    return next;
  }

  private static boolean side(double value) {
    return value >= 1 && value <= LONGEST_SIDE;
  }

  private static boolean takeId(double id, RecordProblems problems) {
    problems.nextRecord();
    return (id == Math.rint(id) && Math.abs(id) <= 1L << 53)
        || problems.take(false, "id", id == NO_ID ? "no number" : "" + id, "a whole number");
  }

  private static Place readCategory(JsonScanner scanner, GroundTruthBlock block) {
    double id = NO_ID;
    String name = "";
    scanner.next('{');
    boolean more = !scanner.tryNext('}');
    while (more) {
      int key = scanner.key(CATEGORY);
      if (key == 0 && scanner.isNumber()) {
        id = scanner.number();
      } else if (key == 1 && scanner.peek() == '"') {
        scanner.text();
        name = scanner.lastText();
      } else {
        scanner.skip();
      }
      more = scanner.more('}');
    }
    Place next = after(scanner, Place.CATEGORIES);
    if (takeId(id, block.categoryProblems)) {
      block.categories.add(
          new GroundTruthBlock.CategoryRow(block.categoryProblems.records(), (long) id, name));
    }
    return next;
  }
}
