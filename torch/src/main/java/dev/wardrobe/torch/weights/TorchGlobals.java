package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.model.weights.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** What a pickle of weights may name, and what comes of calling it. Everything else is refused. */
final class TorchGlobals {
  /** Something a pickle names. */
  record Global(String name) {}

  /** Python's None. */
  static final Global NONE = new Global("None");

  /** A value that weights are not made of. */
  private static final Global IGNORED = new Global("ignored");

  private static final Map<String, Dtype> STORAGES =
      Map.of(
          "torch.DoubleStorage", Dtype.F64,
          "torch.FloatStorage", Dtype.F32,
          "torch.HalfStorage", Dtype.F16,
          "torch.BFloat16Storage", Dtype.BF16,
          "torch.LongStorage", Dtype.I64,
          "torch.IntStorage", Dtype.I32,
          "torch.ShortStorage", Dtype.I16,
          "torch.CharStorage", Dtype.I8,
          "torch.ByteStorage", Dtype.U8,
          "torch.BoolStorage", Dtype.BOOL);

  private static final String MAP = "collections.OrderedDict";
  private static final String TENSOR = "torch._utils._rebuild_tensor";
  private static final String TENSOR_2 = "torch._utils._rebuild_tensor_v2";
  private static final String PARAMETER = "torch._utils._rebuild_parameter";

  /** Values that are not needed; to make them has no effect. */
  private static final Set<String> HARMLESS =
      Set.of(
          "torch.Size",
          "torch.device",
          "torch.float64",
          "torch.float32",
          "torch.float16",
          "torch.bfloat16",
          "torch.int64",
          "torch.int32",
          "torch.int16",
          "torch.int8",
          "torch.uint8",
          "torch.bool",
          "builtins.set",
          "__builtin__.set");

  /** One list could be made into maps again and again. */
  private static final int MOST_COPIED = 1_000_000;

  private int copied;
  private final Map<String, TorchStorage> storages = new LinkedHashMap<>();
  private final Map<String, Global> known = new HashMap<>();

  TorchGlobals() {
    STORAGES.keySet().forEach(this::allow);
    HARMLESS.forEach(this::allow);
    List.of(MAP, TENSOR, TENSOR_2, PARAMETER).forEach(this::allow);
  }

  private void allow(String name) {
    known.put(name, new Global(name));
  }

  Map<String, TorchStorage> storages() {
    return storages;
  }

  Global named(String module, String name) throws TorchFormatException {
    String full = module + "." + name;
    Global global = known.get(full);
    if (global == null) {
      throw new TorchFormatException(
          "refused, because it names %s, which weights never need; expected what torch.save(model.state_dict(), ...) writes"
              .formatted(Wording.name(full)));
    }
    return global;
  }

  /**
   * The storage of ("storage", type, key, device, count), where legacy files have None after it.
   */
  TorchStorage storage(Object id) throws TorchFormatException {
    if (id instanceof List<?> parts
        && parts.size() >= 5
        && parts.get(0).equals("storage")
        && parts.get(1) instanceof Global(String name)
        && STORAGES.containsKey(name)
        && parts.get(2) instanceof String key
        && parts.get(4) instanceof Long count
        && (parts.size() == 5 || NONE.equals(parts.get(5)))) {
      Dtype type = Objects.requireNonNull(STORAGES.get(name));
      TorchStorage storage = checked(() -> new TorchStorage(key, type, count));
      storages.put(key, storage);
      return storage;
    }
    throw new TorchFormatException("found a storage that is not described as expected");
  }

  /** What a function makes of its arguments. */
  Object call(Object function, Object arguments) throws TorchFormatException {
    if (function instanceof Global(String name) && arguments instanceof List<?> given) {
      switch (name) {
        case MAP -> {
          return map(given);
        }
        case TENSOR, TENSOR_2 -> {
          return tensor(given);
        }
        case PARAMETER -> {
          if (!given.isEmpty() && given.getFirst() instanceof TorchTensor tensor) {
            return tensor;
          }
        }
        default -> {
          if (HARMLESS.contains(name)) {
            return IGNORED;
          }
        }
      }
    }
    throw new TorchFormatException("its pickle calls something in an unexpected way");
  }

  /** Python 2 gives the content of a map as a list of pairs; Python 3 puts it in later. */
  private Map<Object, Object> map(List<?> arguments) throws TorchFormatException {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object pairs : arguments) {
      for (Object pair : pairs instanceof List<?> list ? list : List.of(pairs)) {
        if (!(pair instanceof List<?> both) || both.size() != 2) {
          throw new TorchFormatException("its pickle makes a map of what are no pairs");
        }
        if (++copied > MOST_COPIED) {
          throw new TorchFormatException(
              "its pickle makes maps of more than %d pairs".formatted(MOST_COPIED));
        }
        putAll(map, both);
      }
    }
    return map;
  }

  /** Puts names and values, which follow each other in the list, into a map. */
  @SuppressWarnings("unchecked") // all maps were made by this package
  static void putAll(Object target, List<?> namesAndValues) throws TorchFormatException {
    if (!(target instanceof Map<?, ?> map) || namesAndValues.size() % 2 != 0) {
      throw new TorchFormatException("its pickle puts a value into what is no map");
    }
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      Object name = namesAndValues.get(i);
      // Others could be made to compare for ever.
      if (!(name instanceof String || name instanceof Number || name instanceof Boolean)) {
        throw new TorchFormatException("found a map whose names are no strings or numbers");
      }
      ((Map<Object, Object>) map).put(name, namesAndValues.get(i + 1));
    }
  }

  /** (storage, offset, sizes, strides, requires gradient, hooks, and maybe flags). */
  private static TorchTensor tensor(List<?> given) throws TorchFormatException {
    if (given.size() >= 4
        && given.get(0) instanceof TorchStorage storage
        && given.get(1) instanceof Long offset
        && (given.size() < 7 || NONE.equals(given.get(6)) || Map.of().equals(given.get(6)))) {
      List<Long> shape = wholeNumbers(given.get(2));
      List<Long> strides = wholeNumbers(given.get(3));
      return checked(() -> new TorchTensor(storage, offset, shape, strides));
    }
    throw new TorchFormatException("found a tensor that is not described as expected");
  }

  private static List<Long> wholeNumbers(Object value) throws TorchFormatException {
    List<Long> numbers = new ArrayList<>();
    for (Object number : value instanceof List<?> list ? list : List.of(value)) {
      if (!(number instanceof Long whole)) {
        throw new TorchFormatException("found sizes of a tensor that are no whole numbers");
      }
      numbers.add(whole);
    }
    return numbers;
  }

  /** Makes a value that checks itself. */
  private static <T> T checked(Supplier<T> maker) throws TorchFormatException {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new TorchFormatException(String.valueOf(e.getMessage()));
    }
  }
}
