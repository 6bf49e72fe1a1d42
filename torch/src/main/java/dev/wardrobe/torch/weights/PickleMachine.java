package dev.wardrobe.torch.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a pickle as far as files of weights need it (protocols 2 to 5): it builds maps, lists,
 * strings and numbers, and whatever else is named must be on the list of {@link TorchGlobals}. No
 * code of the file is ever run.
 *
 * <p>Values are Map, List (tuples too), String, Long, BigInteger, Double, Boolean, {@link
 * TorchStorage}, {@link TorchTensor} and {@link TorchGlobals.Global}, which also stands for None
 * and for what is not needed.
 */
final class PickleMachine {
  /** Bounds the memory of what is built; a hundred thousand tensors take about half as many. */
  private static final int MOST_STEPS = 5_000_000;

  private final PickleInput in;
  private final TorchGlobals globals = new TorchGlobals();
  private final List<Object> stack = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Long, Object> memo = new HashMap<>();

  PickleMachine(PickleInput in) {
    this.in = in;
  }

  /** All storages that were named, by key. */
  Map<String, TorchStorage> storages() {
    return globals.storages();
  }

  /**
   * Runs to the end and gives the value that is left.
   *
   * @throws TorchFormatException if the pickle is broken or refused
   */
  Object run() throws IOException {
    for (int step = 0; step < MOST_STEPS; step++) {
      int code = in.unsignedByte();
      if (code == '.') {
        return pop();
      }
      if (!readsScalar(code) && !readsContainer(code) && !readsMemo(code)) {
        readObject(code);
      }
    }
    throw new TorchFormatException("its pickle has more than %d steps".formatted(MOST_STEPS));
  }

  private boolean readsScalar(int code) throws IOException {
    switch (code) {
      case 0x80 -> in.unsignedByte(); // protocol
      case 0x95 -> in.unsigned(8); // frame
      case 'N' -> stack.add(TorchGlobals.NONE);
      case 0x88 -> stack.add(true);
      case 0x89 -> stack.add(false);
      case 'K' -> stack.add(in.unsigned(1));
      case 'M' -> stack.add(in.unsigned(2));
      case 'J' -> stack.add((long) (int) in.unsigned(4));
      case 0x8a -> stack.add(whole(in.signed(in.unsignedByte())));
      case 'G' -> stack.add(in.bigEndianDouble());
      case 'X', 'T' -> stack.add(in.text(in.unsigned(4)));
      case 'U', 0x8c -> stack.add(in.text(in.unsigned(1)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Object whole(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private boolean readsContainer(int code) throws IOException {
    switch (code) {
      case '(' -> marks.push(stack.size());
      case '0' -> pop();
      case '}' -> stack.add(new LinkedHashMap<Object, Object>());
      case ']', 0x8f -> stack.add(new ArrayList<>()); // a set is as good as a list here
      case ')' -> stack.add(List.of());
      case 't' -> stack.add(Collections.unmodifiableList(popToMark()));
      case 0x85 -> stack.add(tuple(1));
      case 0x86 -> stack.add(tuple(2));
      case 0x87 -> stack.add(tuple(3));
      case 'a' -> append(List.of(pop()));
      case 'e', 0x90 -> append(popToMark());
      case 's' -> putAll(tuple(2));
      case 'u' -> putAll(popToMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean readsMemo(int code) throws IOException {
    switch (code) {
      case 'q' -> memo.put(in.unsigned(1), top());
      case 'r' -> memo.put(in.unsigned(4), top());
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'h' -> stack.add(recalled(in.unsigned(1)));
      case 'j' -> stack.add(recalled(in.unsigned(4)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Object recalled(long index) throws IOException {
    Object value = memo.get(index);
    if (value == null) {
      throw new TorchFormatException("its pickle recalls %d before it is there".formatted(index));
    }
    return value;
  }

  private void readObject(int code) throws IOException {
    switch (code) {
      case 'c' -> {
        String module = in.line();
        stack.add(globals.named(module, in.line()));
      }
      case 0x93 -> {
        List<Object> names = tuple(2);
        if (!(names.get(0) instanceof String module && names.get(1) instanceof String name)) {
          throw new TorchFormatException("its pickle names something by what is no string");
        }
        stack.add(globals.named(module, name));
      }
      case 'Q' -> stack.add(globals.storage(pop()));
      case 'R' -> {
        List<Object> call = tuple(2);
        stack.add(globals.call(call.get(0), call.get(1)));
      }
      case 'b' -> {
        pop(); // state beside the content of a map, such as versions of modules
        if (!(top() instanceof Map<?, ?>)) {
          throw new TorchFormatException("refused, because its pickle sets the state of an object");
        }
      }
      default ->
          throw new TorchFormatException(
              "found the pickle code 0x%02x, which weights never need".formatted(code));
    }
  }

  private Object pop() throws IOException {
    Object value = top();
    stack.removeLast();
    return value;
  }

  private Object top() throws IOException {
    int bottom = marks.isEmpty() ? 0 : marks.getFirst();
    if (stack.size() <= bottom) {
      throw new TorchFormatException("its pickle takes more values than it has");
    }
    return stack.getLast();
  }

  private List<Object> tuple(int count) throws IOException {
    Object[] values = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      values[i] = pop();
    }
    return List.of(values);
  }

  private List<Object> popToMark() throws IOException {
    if (marks.isEmpty()) {
      throw new TorchFormatException("its pickle ends a list that never began");
    }
    List<Object> tail = stack.subList(marks.pop(), stack.size());
    List<Object> values = new ArrayList<>(tail);
    tail.clear();
    return values;
  }

  @SuppressWarnings("unchecked") // all lists that can be changed were made here
  private void append(List<Object> values) throws IOException {
    if (!(top() instanceof ArrayList<?> list)) {
      throw new TorchFormatException("its pickle adds to what is no list");
    }
    ((ArrayList<Object>) list).addAll(values);
  }

  private void putAll(List<Object> namesAndValues) throws IOException {
    TorchGlobals.putAll(top(), namesAndValues);
  }
}
