package dev.wardrobe.model.prediction;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.natives.NativeErrors;
import dev.wardrobe.predictions.PredictedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Photos on their way through a network: worker threads decode and resize the next ones and draw
 * the masks of the last ones while the calling thread computes. Photos go in windows of a few
 * batches; in a window those that are padded to one size anyway share a batch, so that what is
 * found on a photo does not depend on the others. At most three windows are in memory: one being
 * decoded, one being looked at, one being handed over.
 */
final class PredictionPipeline implements AutoCloseable {
  private static final int BATCHES_A_WINDOW = 4;

  private final List<PendingPhoto> photos;
  private final int batch;
  private final Engine engine;
  private final Set<Source> annotated;
  private final ExecutorService workers;
  private volatile boolean closed;

  /** What was seen on a photo; features of annotated items only where they were asked for. */
  private record Seen(List<ImageDetection> found, Optional<List<float[]>> features) {}

  /** A photo, decoded if it could be. */
  private record Decoded(PendingPhoto photo, Optional<InputImage> image, String problem) {
    InputImage input() {
      return image.orElseThrow();
    }
  }

  PredictionPipeline(List<PendingPhoto> photos, PredictionOptions options, Engine engine) {
    this.photos = photos;
    this.batch = options.batch();
    this.engine = engine;
    this.annotated = options.annotated();
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("wardrobe-photos-", 1).factory();
    this.workers = Executors.newFixedThreadPool(options.threads(), daemons);
  }

  /** Looks at all photos. */
  void run(Consumer<PhotoOutcome> outcomes) {
    int window = BATCHES_A_WINDOW * batch;
    List<Future<Decoded>> next = decode(0, window);
    List<Future<PhotoOutcome>> last = List.of();
    for (int from = 0; from < photos.size(); from += window) {
      List<Decoded> decoded = next.stream().map(Waiting::take).toList();
      next = decode(from + window, window);
      List<Future<PhotoOutcome>> mapped = detect(decoded);
      last.stream().map(Waiting::take).forEach(outcomes);
      last = mapped;
    }
    last.stream().map(Waiting::take).forEach(outcomes);
  }

  private List<Future<Decoded>> decode(int from, int window) {
    List<Future<Decoded>> futures = new ArrayList<>();
    for (int i = from; i < Math.min(photos.size(), from + window); i++) {
      PendingPhoto photo = photos.get(i);
      futures.add(workers.submit(() -> decode(photo)));
    }
    return futures;
  }

  private Decoded decode(PendingPhoto photo) {
    requireWanted();
    try {
      return new Decoded(
          photo, Optional.of(InputImage.of(photo.file().read(), engine::inputSize)), "");
    } catch (IOException e) {
      return new Decoded(photo, Optional.empty(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      String problem = "data that stops the reader: " + NativeErrors.firstLine(e);
      return new Decoded(photo, Optional.empty(), problem);
    }
  }

  /** Looks at a window batch by batch; the outcomes are in the order of the photos. */
  private List<Future<PhotoOutcome>> detect(List<Decoded> window) {
    List<Decoded> readable =
        window.stream()
            .filter(photo -> photo.image.isPresent())
            .sorted(
                Comparator.<Decoded>comparingInt(photo -> photo.input().paddedHeight())
                    .thenComparingInt(photo -> photo.input().paddedWidth()))
            .toList();
    List<Seen> seen = new ArrayList<>();
    while (seen.size() < readable.size()) {
      int from = seen.size();
      int to = from + 1;
      while (to < readable.size()
          && to < from + batch
          && sameShape(readable.get(from).input(), readable.get(to).input())) {
        to++;
      }
      seen.addAll(look(readable.subList(from, to)));
    }
    List<Future<PhotoOutcome>> outcomes = new ArrayList<>();
    for (Decoded photo : window) {
      int place = readable.indexOf(photo);
      outcomes.add(
          workers.submit(() ->
              place < 0
                  ? new PhotoOutcome.Skipped(photo.photo(), photo.problem())
                  : outcome(photo, seen.get(place))));
    }
    return outcomes;
  }

  private List<Seen> look(List<Decoded> photos) {
    List<InputImage> images = photos.stream().map(Decoded::input).toList();
    List<List<ImageDetection>> found = engine.detect(images);
    List<float[]> boxes = photos.stream().map(this::boxes).toList();
    Iterator<float[]> features =
        boxes.stream().allMatch(some -> some.length == 0)
            ? Collections.emptyIterator()
            : engine.embed(images, boxes).iterator();
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      List<float[]> own = new ArrayList<>();
      for (int k = 0; k < boxes.get(i).length / 4; k++) {
        own.add(features.next());
      }
      seen.add(new Seen(found.get(i), asked(photos.get(i)) ? Optional.of(own) : Optional.empty()));
    }
    return seen;
  }

  private boolean asked(Decoded photo) {
    return photo.photo().source().filter(annotated::contains).isPresent();
  }

  private float[] boxes(Decoded photo) {
    return asked(photo) ? PhotoMapper.inputBoxes(photo.photo(), photo.input()) : new float[0];
  }

  private PhotoOutcome outcome(Decoded photo, Seen seen) {
    requireWanted();
    PredictedPhoto found = PhotoMapper.map(photo.photo(), photo.input(), seen.found());
    return seen.features()
        .map(features -> PhotoMapper.annotated(photo.photo(), photo.input(), features))
        .<PhotoOutcome>map(known -> new PhotoOutcome.Described(photo.photo(), found, known))
        .orElseGet(() -> new PhotoOutcome.Found(photo.photo(), found));
  }

  private static boolean sameShape(InputImage one, InputImage other) {
    return one.paddedHeight() == other.paddedHeight() && one.paddedWidth() == other.paddedWidth();
  }

  /** Ends a task that nobody waits for any more. */
  private void requireWanted() {
    if (closed) {
      throw new CancellationException();
    }
  }

  /** Waits for what is under way and drops the rest. */
  @Override
  public void close() {
    // Threads are not interrupted: that would close the zip that other readers share.
    closed = true;
    workers.close();
  }
}
