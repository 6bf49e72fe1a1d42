package dev.wardrobe.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Seconds on the clock and of all threads of this process, native ones included. Java's own
 * processor time comes in steps of 10 ms, which is too coarse here; so this is for Linux only.
 *
 * @param wall since some moment
 * @param cpu since the process began
 */
record ProcessClock(double wall, double cpu) {
  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;

  private static final MethodHandle CLOCK_GETTIME =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  /** Now. */
  static ProcessClock now() {
    return new ProcessClock(System.nanoTime() / 1e9, cpuTime());
  }

  private static double cpuTime() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
      int result = (int) CLOCK_GETTIME.invokeExact(CLOCK_PROCESS_CPUTIME_ID, time);
      if (result != 0) {
        throw new IllegalStateException("clock_gettime gave " + result);
      }
      return time.getAtIndex(ValueLayout.JAVA_LONG, 0)
          + time.getAtIndex(ValueLayout.JAVA_LONG, 1) / 1e9;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** What has gone by since then. */
  ProcessClock since(ProcessClock then) {
    return new ProcessClock(wall - then.wall, cpu - then.cpu);
  }
}
