package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.NativeScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Changes parameters by their gradients, with the numbers of PyTorch's optimizer of the same name.
 * Only weights with more than one dimension decay: biases and the factors of norms do not.
 *
 * <p>What it remembers of a parameter is plain tensors under names such as {@code
 * exp_avg/backbone.conv1.weight}, which live outside every scope until it is closed. A parameter
 * without a gradient is left alone, as in PyTorch. To be used by one thread, if nothing else is
 * said.
 */
public abstract sealed class Optimizer implements AutoCloseable permits Sgd, AdamW {
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final double weightDecay;
  private final Map<String, Tensor> state = new ConcurrentSkipListMap<>();

  Optimizer(Map<String, Tensor> parameters, double weightDecay) {
    parameters.forEach((name, parameter) -> {
      if (parameter.requires_grad()) {
        this.parameters.put(name, parameter);
      }
    });
    this.weightDecay = weightDecay;
  }

  /**
   * The optimizer of a config.
   *
   * @param parameters by name; those that want no gradient are never changed
   */
  public static Optimizer of(TrainingConfig config, Map<String, Tensor> parameters) {
    return switch (config.optimizer()) {
      case SGD -> new Sgd(parameters, config.momentum(), config.weightDecay());
      case ADAMW -> new AdamW(parameters, config.momentum(), config.weightDecay());
      case MUON ->
          new Muon(parameters, MatchRcnn::isHidden, config.momentum(), config.weightDecay());
    };
  }

  /**
   * The gradients of a loss, one for each parameter, in the order of the parameters; undefined ones
   * for those that it does not depend on. Any thread may ask, several at once. They outlive the
   * open scope: {@link #addGradients} frees them.
   */
  final List<Tensor> gradientsOf(Tensor loss) {
    Tensor[] inputs = parameters.values().toArray(Tensor[]::new);
    TensorVector found =
        torch.grad(
            new TensorVector(loss),
            new TensorVector(inputs),
            new TensorVector(),
            new BoolOptional(),
            false,
            true);
    List<Tensor> gradients = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      gradients.add(new Tensor(found.get(i)).retainReference());
    }
    return gradients;
  }

  /**
   * Adds gradients to those that the parameters have.
   *
   * @param gradients from {@link #gradientsOf}, or none; freed
   */
  final void addGradients(List<Tensor> gradients) {
    try (var scope = NativeScope.open();
        var noGradient = new NoGradGuard()) {
      Iterator<Tensor> each = gradients.iterator();
      for (Tensor parameter : gradients.isEmpty() ? List.<Tensor>of() : parameters.values()) {
        Tensor gradient = each.next();
        if (gradient.defined()) {
          if (parameter.grad().defined()) {
            parameter.mutable_grad().add_(gradient);
          } else {
            parameter.mutable_grad().put(gradient);
          }
        }
      }
    } finally {
      gradients.forEach(Tensor::close);
    }
  }

  /**
   * Changes every parameter that has a gradient, and keeps the gradients.
   *
   * @param parts whose threads share the parameters; the outcome does not depend on which takes
   *     which
   */
  final void step(double learningRate, BatchParts parts) {
    List<String> largestFirst = new ArrayList<>(parameters.keySet());
    largestFirst.sort(Comparator.comparingLong(this::count).reversed());
    AtomicInteger next = new AtomicInteger();
    parts.forEach(
        parts.lanes(),
        lane ->
            () -> {
              int changed = 0;
              for (int i = next.getAndIncrement();
                  i < largestFirst.size();
                  i = next.getAndIncrement()) {
                step(largestFirst.get(i), learningRate);
                changed++;
              }
              return changed;
            },
        changed -> {});
  }

  private void step(String name, double learningRate) {
    try (var scope = NativeScope.open();
        var noGradient = new NoGradGuard()) {
      Tensor parameter = parameter(name);
      Tensor gradient = parameter.grad();
      if (gradient.defined()) {
        update(name, parameter, gradient, learningRate, parameter.dim() > 1 ? weightDecay : 0);
      }
    }
  }

  private long count(String name) {
    return parameter(name).numel();
  }

  private Tensor parameter(String name) {
    return Objects.requireNonNull(parameters.get(name));
  }

  /**
   * Changes one parameter, in an open scope, without recording gradients; others may be changed at
   * the same time.
   */
  abstract void update(
      String name, Tensor parameter, Tensor gradient, double learningRate, double decay);

  /** Forgets all gradients, so that those of the next backward passes are summed up from 0. */
  public final void zeroGradients() {
    try (var scope = NativeScope.open()) {
      parameters.values().forEach(parameter -> parameter.mutable_grad().reset());
    }
  }

  /**
   * Scales all gradients down together where their common norm is over a limit, as {@code
   * torch.nn.utils.clip_grad_norm_} does.
   *
   * @param limit 0 for none
   * @return the norm before; 0 if there are no gradients
   */
  public final double clipGradients(double limit) {
    try (var scope = NativeScope.open();
        var noGradient = new NoGradGuard()) {
      List<Tensor> gradients = gradients();
      if (gradients.isEmpty()) {
        return 0;
      }
      Tensor[] norms = gradients.stream().map(Tensor::norm).toArray(Tensor[]::new);
      Tensor norm = torch.stack(new TensorVector(norms)).norm();
      double value = norm.item_double();
      if (limit > 0 && value + 1e-6 > limit) {
        Tensor factor = norm.add(new Scalar(1e-6)).reciprocal().mul(new Scalar(limit));
        gradients.forEach(gradient -> gradient.mul_(factor));
      }
      return value;
    }
  }

  private List<Tensor> gradients() {
    List<Tensor> gradients = new ArrayList<>();
    for (Tensor parameter : parameters.values()) {
      Tensor gradient = parameter.grad();
      if (gradient.defined()) {
        gradients.add(gradient);
      }
    }
    return gradients;
  }

  /** What is remembered, by name; the tensors themselves. */
  public final Map<String, Tensor> state() {
    return Collections.unmodifiableMap(state);
  }

  /**
   * Goes on from what another optimizer of the same kind remembered.
   *
   * @param saved tensors on any device; copied
   * @throws IllegalArgumentException if one is of no parameter here, or of another shape
   */
  public final void load(Map<String, Tensor> saved) {
    try (var scope = NativeScope.open();
        var noGradient = new NoGradGuard()) {
      saved.forEach((key, tensor) -> {
        int slash = key.indexOf('/');
        Tensor parameter = parameters.get(key.substring(slash + 1));
        if (slash < 0 || parameter == null) {
          throw new IllegalArgumentException("The optimizer has no parameter for " + key);
        }
        Tensor mine = remembered(key.substring(0, slash), key.substring(slash + 1), parameter);
        if (!mine.is_same_size(tensor)) {
          throw new IllegalArgumentException("The optimizer's %s has another shape".formatted(key));
        }
        mine.copy_(tensor);
      });
    }
  }

  /** What is remembered of a parameter under the name of a kind; zeros at first. */
  final Tensor remembered(String kind, String name, Tensor parameter) {
    return state.computeIfAbsent(
        kind + "/" + name, key -> NativeScope.keep(zeros(kind, parameter.detach())));
  }

  /** Zeros to begin with: as large as the parameter, and on its device, if nothing else is said. */
  Tensor zeros(String kind, Tensor parameter) {
    return torch.zeros_like(parameter);
  }

  /** Frees what is remembered. */
  @Override
  public void close() {
    state.values().forEach(Tensor::close);
    state.clear();
  }
}
