package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class OrderedChunksTest {
  @AfterEach
  void clear_interruption() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "63,2", "64,2", "65,2", "1000,1", "1000,2", "1000,8", "5000,8", "7,40"})
  void results_come_in_order_and_cover_every_index_once(int count, int threads) {
    List<Integer> seen = new ArrayList<>();
    Thread caller = Thread.currentThread();
    OrderedChunks.run(
        count,
        threads,
        (from, to) -> {
          assertThat(Thread.currentThread()).isNotEqualTo(caller);
          assertThat(to - from).isBetween(1, OrderedChunks.SIZE);
          List<Integer> indices = new ArrayList<>();
          for (int i = from; i < to; i++) {
            indices.add(i);
          }
          return indices;
        },
        indices -> {
          assertThat(Thread.currentThread()).isEqualTo(caller);
          seen.addAll(indices);
        });
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add(i);
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void slow_first_chunk_is_still_delivered_first() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> order = new ArrayList<>();
    OrderedChunks.run(
        2 * OrderedChunks.SIZE,
        2,
        (from, to) -> {
          if (from == 0) {
            await(second);
          } else {
            second.countDown();
          }
          return from;
        },
        order::add);
    assertThat(order).containsExactly(0, OrderedChunks.SIZE);
  }

  @Test
  void work_ahead_of_the_consumer_is_bounded() {
    int threads = 2;
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger delivered = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    OrderedChunks.run(
        200 * OrderedChunks.SIZE,
        threads,
        (from, to) -> {
          most.accumulateAndGet(begun.incrementAndGet() - delivered.get(), Math::max);
          return from;
        },
        from -> delivered.incrementAndGet());
    assertThat(begun.get()).isEqualTo(200);
    // Four a thread wait or run; one more is with the consumer.
    assertThat(most.get()).isBetween(1, 4 * threads + 1);
  }

  @Test
  void exception_of_a_task_reaches_the_caller_after_the_results_before_it() {
    List<Integer> order = new ArrayList<>();
    assertThatIllegalStateException()
        .isThrownBy(() ->
            OrderedChunks.run(
                1000,
                2,
                (from, to) -> {
                  if (from == 2 * OrderedChunks.SIZE) {
                    throw new IllegalStateException("task");
                  }
                  return from;
                },
                order::add))
        .withMessage("task");
    assertThat(order).containsExactly(0, OrderedChunks.SIZE);
  }

  @Test
  void error_of_a_task_reaches_the_caller() {
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(() ->
            OrderedChunks.run(
                10,
                1,
                (from, to) -> {
                  throw new StackOverflowError();
                },
                nothing -> {}));
  }

  @Test
  void exception_of_the_consumer_stops_the_run_without_interrupting_running_tasks() {
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicInteger begun = new AtomicInteger();
    assertThatIllegalStateException()
        .isThrownBy(() ->
            OrderedChunks.run(
                1_000 * OrderedChunks.SIZE,
                2,
                (from, to) -> {
                  begun.incrementAndGet();
                  if (from == OrderedChunks.SIZE) {
                    running.countDown();
                    try {
                      Thread.sleep(200);
                    } catch (InterruptedException e) {
                      interrupted.set(true);
                    }
                  }
                  return from;
                },
                from -> {
                  await(running);
                  throw new IllegalStateException("consumer");
                }))
        .withMessage("consumer");
    assertThat(interrupted).isFalse();
    assertThat(begun.get()).isLessThan(20);
  }

  @Test
  void interrupted_caller_gets_an_exception_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> OrderedChunks.run(1000, 2, (from, to) -> from, from -> {}))
        .withMessage("Reading was interrupted");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
