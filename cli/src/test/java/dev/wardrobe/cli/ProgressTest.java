package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private final StringWriter text = new StringWriter();
  private final AtomicLong nanos = new AtomicLong(-5);

  private Progress progress(int total, boolean terminal) {
    return new Progress(
        new PrintWriter(text), "Reading train", "photos", total, terminal, nanos::get);
  }

  private void pass(long milliseconds) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  @Test
  void terminal_gets_one_line_drawn_over_and_removed() {
    try (Progress progress = progress(2000, true)) {
      pass(999);
      progress.accept(400);
      assertThat(text.toString()).isEmpty();
      pass(1001);
      progress.accept(500);
      pass(50);
      progress.accept(600);
    }
    assertThat(text)
        .hasToString(
            "\r\u001b[K[###-------]  25 % Reading train 500/2,000 photos, 6 s left\r\u001b[K");
  }

  @Test
  void time_left_is_told_after_five_seconds_or_a_hundredth() {
    try (Progress progress = progress(100_000, true)) {
      pass(4_900);
      progress.accept(999);
      assertThat(text.toString()).endsWith("999/100,000 photos");
      pass(100);
      progress.accept(999);
      assertThat(text.toString()).endsWith("999/100,000 photos, 8 min 16 s left");
    }
    text.getBuffer().setLength(0);
    try (Progress progress = progress(100_000, true)) {
      pass(2_000);
      progress.accept(0);
      assertThat(text.toString()).endsWith("0/100,000 photos");
      pass(2_000);
      progress.accept(1000);
      assertThat(text.toString()).endsWith("1,000/100,000 photos, 6 min 36 s left");
    }
  }

  @Test
  void file_gets_a_line_every_ten_seconds() {
    try (Progress progress = progress(2000, false)) {
      pass(9_999);
      progress.accept(400);
      pass(1);
      progress.accept(1000);
      pass(9_000);
      progress.accept(1500);
    }
    assertThat(text.toString().strip())
        .isEqualTo("Reading train 1,000 of 2,000 photos, 100 a second, 10 s left");
  }

  @Test
  void rate_is_told_where_asked_for_with_a_place_if_it_is_low() {
    try (Progress progress = progress(100, true).rated()) {
      pass(20_000);
      progress.accept(50);
      assertThat(text.toString()).endsWith("50/100 photos, 2.5/s, 20 s left");
    }
    text.getBuffer().setLength(0);
    try (Progress progress = progress(100, false)) {
      pass(20_000);
      progress.accept(50);
    }
    assertThat(text.toString().strip()).endsWith("50 of 100 photos, 2.5 a second, 20 s left");
  }

  @Test
  void short_job_is_silent() {
    try (Progress progress = progress(2000, true)) {
      pass(500);
      progress.accept(2000);
    }
    assertThat(text).hasToString("");
  }

  @Test
  void job_without_anything_to_do_is_silent() {
    try (Progress progress = progress(0, true)) {
      pass(60_000);
      progress.accept(0);
    }
    assertThat(text).hasToString("");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 00 s", "3599, 59 min 59 s", "3660, 1 h 01 min"})
  void durations_are_said_as_people_say_them(long seconds, String said) {
    assertThat(Progress.duration(seconds)).isEqualTo(said);
  }
}
