package dev.wardrobe.model.prediction;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.rcnn.ImageDetection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Photos on their way through a network: worker threads decode and resize the next ones and draw
 * the masks of the last ones while the calling thread computes. Photos go in windows of a few
 * batches; in a window those of like shape share a batch, so that little is padded. At most three
 * windows are in memory: one being decoded, one being looked at, one being handed over.
 */
final class PredictionPipeline implements AutoCloseable {
  private static final int BATCHES_A_WINDOW = 4;

  private final List<PendingPhoto> photos;
  private final int batch;
  private final InputConfig input;
  private final Function<List<InputImage>, List<List<ImageDetection>>> network;
  private final ExecutorService workers;

  /** A photo, decoded if it could be. */
  private record Decoded(PendingPhoto photo, Optional<InputImage> image, String problem) {}

  PredictionPipeline(
      List<PendingPhoto> photos,
      PredictionOptions options,
      InputConfig input,
      Function<List<InputImage>, List<List<ImageDetection>>> network) {
    this.photos = photos;
    this.batch = options.batch();
    this.input = input;
    this.network = network;
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("wardrobe-photos-", 1).factory();
    this.workers = Executors.newFixedThreadPool(options.threads(), daemons);
  }

  /** Looks at all photos. */
  void run(Consumer<PhotoOutcome> outcomes) {
    int window = BATCHES_A_WINDOW * batch;
    List<Future<Decoded>> next = decode(0, window);
    List<Future<PhotoOutcome>> last = List.of();
    for (int from = 0; from < photos.size(); from += window) {
      List<Decoded> decoded = next.stream().map(PredictionPipeline::take).toList();
      next = decode(from + window, window);
      List<Future<PhotoOutcome>> mapped = detect(decoded);
      last.stream().map(PredictionPipeline::take).forEach(outcomes);
      last = mapped;
    }
    last.stream().map(PredictionPipeline::take).forEach(outcomes);
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
    try {
      return new Decoded(photo, Optional.of(InputImage.of(photo.file().read(), input)), "");
    } catch (IOException e) {
      return new Decoded(photo, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** Looks at a window batch by batch; the outcomes are in the order of the photos. */
  private List<Future<PhotoOutcome>> detect(List<Decoded> window) {
    List<Decoded> readable =
        window.stream()
            .filter(photo -> photo.image().isPresent())
            .sorted(Comparator.comparingDouble(photo -> aspect(photo.image().orElseThrow())))
            .toList();
    List<List<ImageDetection>> found = new ArrayList<>();
    for (int from = 0; from < readable.size(); from += batch) {
      List<Decoded> some = readable.subList(from, Math.min(readable.size(), from + batch));
      found.addAll(network.apply(some.stream().map(photo -> photo.image().orElseThrow()).toList()));
    }
    List<Future<PhotoOutcome>> outcomes = new ArrayList<>();
    for (Decoded photo : window) {
      int place = readable.indexOf(photo);
      outcomes.add(
          workers.submit(() ->
              photo
                  .image()
                  .<PhotoOutcome>map(image ->
                      new PhotoOutcome.Found(
                          photo.photo(), PhotoMapper.map(photo.photo(), image, found.get(place))))
                  .orElseGet(() -> new PhotoOutcome.Skipped(photo.photo(), photo.problem()))));
    }
    return outcomes;
  }

  private static double aspect(InputImage image) {
    return (double) image.width() / image.height();
  }

  private static <T> T take(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("Looking at photos was interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Waits for what is under way and drops the rest. */
  @Override
  public void close() {
    workers.shutdownNow().forEach(task -> ((Future<?>) task).cancel(false));
    workers.close();
  }
}
