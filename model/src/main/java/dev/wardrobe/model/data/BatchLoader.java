package dev.wardrobe.model.data;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.Finding;
import dev.wardrobe.model.config.InputConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Loads the batches of a plan ahead of who needs them, by threads of its own. Batches come in the
 * plan's order and are the same whatever the number of threads. Two are loaded ahead; each takes 4
 * bytes a number, so 16 images of 800 x 1333 take 205 MB.
 *
 * <p>A photo that turns out broken does not end a run. In training another one, chosen by the seed,
 * the epoch and the broken one's image id, takes its place; in prediction its batch is smaller.
 * Each is reported once.
 *
 * <p>To be used by one thread, and closed.
 */
public final class BatchLoader implements AutoCloseable {
  /** Batches that are loaded, or being loaded, while one is used. */
  private static final int AHEAD = 2;

  private final BatchPlan plan;
  private final PhotoSupply supply;
  private final Normalization normalization;
  private final BrokenPhotos broken;
  private final ExecutorService workers;
  private final ArrayDeque<CompletableFuture<Ready>> pending = new ArrayDeque<>();
  private final long end;
  private long planned;

  /** A batch, empty if all of its photos are broken, and what was wrong with them. */
  private record Ready(Optional<Batch> batch, List<PhotoSupply.Supplied> photos) {}

  private BatchLoader(
      BatchPlan plan,
      PhotoSupply supply,
      InputConfig input,
      long first,
      long end,
      boolean endIfManyBroken,
      int threads,
      Consumer<Finding> findings) {
    this.plan = plan;
    this.supply = supply;
    this.normalization = new Normalization(input);
    this.broken = new BrokenPhotos(plan.photos(), endIfManyBroken, findings);
    this.planned = first;
    this.end = end;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("wardrobe-photos-", 1).factory());
  }

  /**
   * Endless batches with augmentation.
   *
   * @param seed of the augmentation
   * @param first the batch to start with, counted from 0 over all epochs
   * @param threads at least 1
   * @param findings gets each broken photo once, on the thread that asks for batches
   */
  public static BatchLoader forTraining(
      BatchPlan plan,
      InputConfig input,
      long seed,
      long first,
      int threads,
      Consumer<Finding> findings) {
    PhotoSupply supply = PhotoSupply.forTraining(plan.photos(), input, seed);
    return new BatchLoader(plan, supply, input, first, Long.MAX_VALUE, true, threads, findings);
  }

  /**
   * The batches of one epoch of a plan, without augmentation.
   *
   * @param plan usually {@link BatchPlan#inOrder}
   * @param threads at least 1
   * @param findings gets each broken photo, on the thread that asks for batches
   */
  public static BatchLoader forPrediction(
      BatchPlan plan, InputConfig input, int threads, Consumer<Finding> findings) {
    PhotoSupply supply = PhotoSupply.forPrediction(plan.photos(), input);
    return new BatchLoader(
        plan, supply, input, 0, plan.batchesPerEpoch(), false, threads, findings);
  }

  /**
   * The next batch, waiting for it if need be; empty when there are no more.
   *
   * @throws DatasetException if in training more than a tenth of the photos asked for were broken,
   *     or the thread was interrupted, which it then still is
   */
  public Optional<Batch> poll() {
    while (true) {
      while (pending.size() <= AHEAD && planned < end) {
        pending.add(start(planned++));
      }
      if (pending.isEmpty()) {
        return Optional.empty();
      }
      Ready ready = take(pending.remove());
      ready.photos.forEach(broken::note);
      if (ready.batch.isPresent()) {
        return ready.batch;
      }
    }
  }

  /**
   * The next batch, waiting for it if need be.
   *
   * @throws NoSuchElementException if there are no more, which never happens in training
   * @throws DatasetException as {@link #poll}
   */
  public Batch next() {
    return poll().orElseThrow();
  }

  /** How many photos turned out to be broken so far. */
  public int brokenPhotos() {
    return broken.count();
  }

  private CompletableFuture<Ready> start(long number) {
    long epoch = plan.epochOf(number);
    List<CompletableFuture<PhotoSupply.Supplied>> photos = new ArrayList<>();
    for (int index : plan.batch(number)) {
      photos.add(CompletableFuture.supplyAsync(() -> supply.get(index, epoch), workers));
    }
    return CompletableFuture.allOf(photos.toArray(CompletableFuture[]::new))
        .thenApply(all -> assembled(photos.stream().map(CompletableFuture::join).toList()));
  }

  private Ready assembled(List<PhotoSupply.Supplied> photos) {
    List<PhotoLoader.Loaded> there = photos.stream().flatMap(p -> p.photo().stream()).toList();
    if (there.isEmpty()) {
      return new Ready(Optional.empty(), photos);
    }
    List<InputImage> images = there.stream().map(PhotoLoader.Loaded::image).toList();
    List<ImageTargets> targets = there.stream().map(PhotoLoader.Loaded::targets).toList();
    List<PhotoSupply.Supplied> problems = photos.stream().map(p -> p.withoutPhoto()).toList();
    return new Ready(Optional.of(InputImage.batch(images, targets, normalization)), problems);
  }

  private static Ready take(CompletableFuture<Ready> batch) {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("Loading photos was interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() instanceof CompletionException c ? c.getCause() : e.getCause();
      switch (cause) {
        case RuntimeException problem -> throw problem;
        case Error problem -> throw problem;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Stops the threads; photos under way are finished, those waiting are not begun. */
  @Override
  public void close() {
    // Threads are not interrupted: that would close the zip that other readers share.
    supply.stop();
    workers.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    pending.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
