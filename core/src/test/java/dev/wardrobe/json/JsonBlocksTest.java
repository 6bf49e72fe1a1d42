package dev.wardrobe.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonBlocksTest {

  /** A list of any values, each given as its text. */
  private enum Place {
    START,
    VALUE,
    END
  }

  private static JsonBlocks.Parsed<Place, List<String>> parse(
      byte[] bytes, int from, int to, Place start, boolean last) {
    JsonScanner scanner = new JsonScanner();
    scanner.reset(bytes, from, to);
    List<String> values = new ArrayList<>();
    Place place = start;
    int done = from;
    try {
      while (place != Place.END && (last || !scanner.atEnd())) {
        if (place == Place.START) {
          scanner.next('[');
          place = scanner.tryNext(']') ? Place.END : Place.VALUE;
        } else {
          scanner.peek();
          int begin = scanner.position();
          scanner.skip();
          String text = new String(bytes, begin, scanner.position() - begin, UTF_8);
          place = scanner.more(']') ? Place.VALUE : Place.END;
          values.add(text);
        }
        done = scanner.position();
      }
      if (place == Place.END && !scanner.atEnd()) {
        throw scanner.fault("the end");
      }
      return new JsonBlocks.Parsed<>(place, done, place == Place.END, values);
    } catch (JsonFault fault) {
      if (fault.atEnd() && !last) {
        return new JsonBlocks.Parsed<>(place, done, false, values);
      }
      values.add("fault: " + fault.problem());
      return new JsonBlocks.Parsed<>(Place.END, to, true, values);
    }
  }

  private static List<String> read(String text, int blockSize, int threads) throws IOException {
    List<String> all = new ArrayList<>();
    new JsonBlocks<>(JsonBlocksTest::parse, blockSize)
        .read(new ByteArrayInputStream(text.getBytes(UTF_8)), Place.START, threads, all::addAll);
    return all;
  }

  private static String randomList(SplittableRandom random) {
    String separator = new String[] {",", ", ", " ,\n  "}[random.nextInt(3)];
    String list =
        IntStream.range(0, random.nextInt(30))
            .mapToObj(i -> record(random))
            .collect(Collectors.joining(separator, "[", "]"));
    return switch (random.nextInt(8)) {
      case 0 -> list + " \n ";
      case 1 -> list.substring(0, random.nextInt(list.length() + 1));
      case 2 -> list + " , {}";
      case 3 -> list + list;
      case 4 -> new StringBuilder(list).deleteCharAt(random.nextInt(list.length())).toString();
      default -> list;
    };
  }

  private static String record(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> "{\"a\": \"}, {\", \"b\": [{\"c\": 1}, {\"d\": 2}, {}]}";
      case 1 -> RandomJson.value(random);
      default -> "{\"id\": %d}".formatted(random.nextInt(1000));
    };
  }

  @Test
  void blocks_of_every_size_by_any_number_of_threads_give_the_same() throws IOException {
    for (int seed = 0; seed < 250; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = randomList(random);
      List<String> expected = read(text, 1 << 20, 1);
      for (int i = 0; i < 6; i++) {
        int blockSize = 1 + random.nextInt(200);
        int threads = 1 + random.nextInt(4);
        assertThat(read(text, blockSize, threads))
            .as("seed %d, blocks of %d, %d threads", seed, blockSize, threads)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void every_block_size_gives_all_records_and_what_follows_the_list() throws IOException {
    String text = "[{\"a\": \"}, {\"}, {\"b\": [{}, {}]} , {}, {\"c\": 2}] {}, {}";
    for (int blockSize = 1; blockSize < 80; blockSize++) {
      assertThat(read(text, blockSize, 2))
          .containsExactly(
              "{\"a\": \"}, {\"}",
              "{\"b\": [{}, {}]}",
              "{}",
              "{\"c\": 2}",
              "fault: found an object {...}, expected the end");
    }
  }

  @Test
  void failure_of_the_stream_is_passed_on() {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream("[{}, {}, {}, {}, ".getBytes(UTF_8))) {
          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0) {
              throw new IOException("pulled out");
            }
            return read;
          }
        };
    assertThatIOException()
        .isThrownBy(() ->
            new JsonBlocks<>(JsonBlocksTest::parse, 3).read(broken, Place.START, 3, values -> {}))
        .withMessage("pulled out");
  }

  @Test
  void failure_of_the_parser_or_of_who_takes_the_results_is_passed_on() {
    byte[] text = ("[" + "{}, ".repeat(500) + "{}]").getBytes(UTF_8);
    assertThatIllegalStateException()
        .isThrownBy(() ->
            new JsonBlocks<>(JsonBlocksTest::parse, 10)
                .read(
                    new ByteArrayInputStream(text),
                    Place.START,
                    3,
                    values -> {
                      throw new IllegalStateException("enough");
                    }))
        .withMessage("enough");
    assertThatThrownBy(() ->
            new JsonBlocks<Place, String>(
                    (bytes, from, to, start, last) -> {
                      if (last) {
                        throw new UnsupportedOperationException("the last one");
                      }
                      return new JsonBlocks.Parsed<>(start, to, false, "");
                    },
                    10)
                .read(new ByteArrayInputStream(text), Place.START, 3, values -> {}))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("the last one");
  }

  @Test
  void results_come_in_order_on_the_calling_thread() throws IOException {
    String text =
        IntStream.range(0, 2000)
            .mapToObj(i -> "{\"id\": %d}".formatted(i))
            .collect(Collectors.joining(", ", "[", "]"));
    List<String> all = new ArrayList<>();
    Thread caller = Thread.currentThread();
    Place end =
        new JsonBlocks<>(JsonBlocksTest::parse, 50)
            .read(
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                Place.START,
                4,
                values -> {
                  assertThat(Thread.currentThread()).isSameAs(caller);
                  all.addAll(values);
                });
    assertThat(end).isEqualTo(Place.END);
    assertThat(all).hasSize(2000);
    assertThat(all.get(1234)).isEqualTo("{\"id\": 1234}");
    assertThat(all).doesNotHaveDuplicates();
  }
}
