package dev.wardrobe.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON file of many records by several threads, in bounded memory.
 *
 * <p>The file is cut into blocks where a record seems to end: a closing brace, a comma, an opening
 * brace. That may be wrong, inside a text or a nested list, and in what list a block begins is
 * known only when all before it are read. So each block is parsed on a guess, namely that it goes
 * on as the last known one ended; when its turn comes the guess is compared with how the block
 * before it really ended, and a block that was guessed wrong, or did not end between two records,
 * is parsed again together with what was left over. The results are those of parsing from start to
 * end, in that order, whatever the number of threads.
 *
 * @param <S> where in the file's structure a block starts or ends; equal states must be equal
 * @param <R> what is made of a block
 */
public final class JsonBlocks<S, R> {
  private static final int FIRST_BLOCK = 1 << 16;

  /** Bytes of a block where nothing else is said. */
  public static final int BLOCK = 1 << 20;

  private static final int LONGEST_RECORD = 1 << 28;
  private static final int AHEAD = 2;

  private final Parser<S, R> parser;
  private final int blockSize;

  /**
   * A reader.
   *
   * @param parser called by several threads at once
   */
  public JsonBlocks(Parser<S, R> parser) {
    this(parser, BLOCK);
  }

  /**
   * A reader of blocks of another size, which changes nothing but the speed.
   *
   * @param parser called by several threads at once
   * @param blockSize bytes of a block, at least 1; a block ends where a record seems to end
   */
  public JsonBlocks(Parser<S, R> parser, int blockSize) {
    this.parser = parser;
    this.blockSize = blockSize;
  }

  /** Parses blocks. */
  public interface Parser<S, R> {
    /**
     * Parses as many whole records as there are.
     *
     * @param bytes the block, followed by {@link JsonScanner#PADDING} bytes; not to be kept
     * @param from index of the first byte
     * @param to index after the last byte
     * @param start where in the structure the block starts
     * @param last whether the file ends with the block
     * @return with what was made of the records, and where they end; bytes after that are given
     *     again, with what follows them. Never throws because of what the bytes are
     */
    Parsed<S, R> parse(byte[] bytes, int from, int to, S start, boolean last);
  }

  /**
   * What a block gave.
   *
   * @param end where in the structure it ends
   * @param consumed index after the last byte that was used up
   * @param finished whether nothing after it matters: the file is complete or broken
   * @param result what was made of it
   */
  public record Parsed<S, R>(S end, int consumed, boolean finished, R result) {}

  /** Some bytes of the file, and the guess by which they are parsed. */
  private record Block<S, R>(Cut cut, S guess, Future<Parsed<S, R>> parsed) {}

  /**
   * Reads a file to its end.
   *
   * @param start where the file starts
   * @param threads how many threads parse, at least 1
   * @param ordered gets the result of each block, in order, on the calling thread
   * @return where it ended
   * @throws JsonFault if a record is longer than 256 MB
   */
  public S read(InputStream in, S start, int threads, Consumer<R> ordered) throws IOException {
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("wardrobe-json-", 1).factory();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, daemons)) {
      Cutter cutter = new Cutter(in);
      ArrayDeque<Block<S, R>> pending = new ArrayDeque<>();
      try {
        Chain chain = new Chain(start, ordered);
        chain.add(cutter.next(Math.min(FIRST_BLOCK, blockSize)), start, null);
        while (!chain.finished && (!pending.isEmpty() || !cutter.ended)) {
          while (!cutter.ended && pending.size() < AHEAD * threads) {
            pending.add(submit(pool, cutter.next(blockSize), chain.state));
          }
          Block<S, R> block = pending.remove();
          chain.add(block.cut, block.guess, block.parsed);
          cutter.recycle(block.cut.bytes);
        }
        return chain.state;
      } finally {
        pending.forEach(block -> block.parsed.cancel(false));
      }
    }
  }

  private Block<S, R> submit(ExecutorService pool, Cut cut, S guess) {
    return new Block<>(
        cut, guess, pool.submit(() -> parser.parse(cut.bytes, 0, cut.size, guess, cut.last)));
  }

  /** Some bytes of the file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Cut(byte[] bytes, int size, boolean last) {}

  /** What is known for sure: everything up to here was parsed from the right state. */
  private final class Chain {
    private final Consumer<R> ordered;
    private S state;
    private boolean finished;
    private byte[] rest = new byte[0];

    Chain(S start, Consumer<R> ordered) {
      this.state = start;
      this.ordered = ordered;
    }

    void add(Cut cut, S guess, @Nullable Future<Parsed<S, R>> parsed) {
      if (parsed != null && rest.length == 0 && guess.equals(state)) {
        accept(cut, take(parsed));
      } else {
        if (parsed != null) {
          take(parsed); // its bytes are in use until it is done
        }
        Cut joined = join(cut);
        accept(joined, parser.parse(joined.bytes, 0, joined.size, state, joined.last));
      }
    }

    private Cut join(Cut cut) {
      if (rest.length == 0) {
        return cut;
      }
      long size = (long) rest.length + cut.size;
      if (size > LONGEST_RECORD) {
        throw new JsonFault(0, false, "a record of more than 256 MB", "the end of the record");
      }
      byte[] joined = Arrays.copyOf(rest, (int) size + JsonScanner.PADDING);
      System.arraycopy(cut.bytes, 0, joined, rest.length, cut.size);
      return new Cut(joined, (int) size, cut.last);
    }

    private void accept(Cut cut, Parsed<S, R> parsed) {
      state = parsed.end;
      finished = parsed.finished;
      rest = Arrays.copyOfRange(cut.bytes, parsed.consumed, cut.size);
      ordered.accept(parsed.result);
    }
  }

  private static <T> T take(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Reading was interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Cuts a stream into blocks that end between two records, as far as can be seen. */
  private static final class Cutter {
    private final InputStream in;
    private final LinkedBlockingQueue<byte[]> free = new LinkedBlockingQueue<>();
    private byte[] carried = new byte[0];
    private boolean ended;

    Cutter(InputStream in) {
      this.in = in;
    }

    void recycle(byte[] bytes) {
      free.add(bytes);
    }

    Cut next(int wanted) throws IOException {
      byte[] bytes = buffer(wanted + carried.length);
      System.arraycopy(carried, 0, bytes, 0, carried.length);
      int size = carried.length;
      carried = new byte[0];
      while (true) {
        int capacity = bytes.length - JsonScanner.PADDING;
        int read = in.readNBytes(bytes, size, capacity - size);
        size += read;
        if (size < capacity) {
          ended = true;
          return new Cut(bytes, size, true);
        }
        int cut = lastBoundary(bytes, size - read, size);
        if (cut > 0) {
          carried = Arrays.copyOfRange(bytes, cut, size);
          return new Cut(bytes, cut, false);
        }
        if (size >= LONGEST_RECORD) {
          throw new JsonFault(0, false, "a record of more than 256 MB", "the end of the record");
        }
        bytes = Arrays.copyOf(bytes, 2 * capacity + JsonScanner.PADDING);
      }
    }

    private byte[] buffer(int atLeast) {
      byte[] recycled = free.poll();
      return recycled != null && recycled.length >= atLeast + JsonScanner.PADDING
          ? recycled
          : new byte[atLeast + JsonScanner.PADDING];
    }

    /** The index after the last comma between a closing and an opening brace; 0 if none. */
    private static int lastBoundary(byte[] bytes, int from, int to) {
      int i = to - 1;
      while (i > from) {
        while (i > from && bytes[i] != '{') {
          i--;
        }
        int comma = before(bytes, i);
        if (comma > 0 && bytes[comma] == ',' && bytes[before(bytes, comma)] == '}') {
          return comma + 1;
        }
        i--;
      }
      return 0;
    }

    /** The index of the last byte before one that is no white space; 0 if there is none. */
    private static int before(byte[] bytes, int index) {
      int i = index - 1;
      while (i > 0
          && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
        i--;
      }
      return Math.max(i, 0);
    }
  }
}
