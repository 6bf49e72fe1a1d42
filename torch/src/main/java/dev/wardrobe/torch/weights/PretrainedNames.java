package dev.wardrobe.torch.weights;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How tensors of torchvision's files are called in our networks, whose names are those of its
 * {@code MaskRCNN} today:
 *
 * <ul>
 *   <li>a classifier's ({@code conv1.weight}, {@code layer1.0.conv1.weight}, {@code fc.weight})
 *       belong to {@code backbone.body.}, where {@code fc} finds no place;
 *   <li>a detector's have their names, whatever stands before {@code backbone.body.}, such as
 *       {@code model.} or {@code module.} in files of a training;
 *   <li>older files of detectors have other names in the pyramid and the heads, among them those
 *       that torchvision offers.
 * </ul>
 */
public final class PretrainedNames {
  private static final String BODY = "backbone.body.";
  private static final String SIGN = "layer1.0.conv1.weight";
  private static final Pattern PYRAMID =
      Pattern.compile("(backbone\\.fpn\\.(?:inner|layer)_blocks\\.\\d)\\.(weight|bias)");
  private static final Pattern RPN = Pattern.compile("rpn\\.head\\.conv\\.(weight|bias)");
  private static final Pattern MASK =
      Pattern.compile("roi_heads\\.mask_head\\.mask_fcn([1-9])\\.(weight|bias)");

  private PretrainedNames() {}

  /** Gives the name in our network of each name in a file that has all these names. */
  public static UnaryOperator<String> of(Collection<String> names) {
    Optional<String> before =
        names.stream()
            .filter(name -> name.endsWith(SIGN))
            .map(name -> name.substring(0, name.length() - SIGN.length()))
            .min(Comparator.comparingInt(String::length));
    if (before.isEmpty()) {
      return UnaryOperator.identity();
    }
    String found = before.get();
    return found.endsWith(BODY)
        ? name -> today(without(found.substring(0, found.length() - BODY.length()), name))
        : name -> name.startsWith(found) ? BODY + without(found, name) : name;
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private static String today(String name) {
    var pyramid = PYRAMID.matcher(name);
    if (pyramid.matches()) {
      return "%s.0.%s".formatted(pyramid.group(1), pyramid.group(2));
    }
    var rpn = RPN.matcher(name);
    if (rpn.matches()) {
      return "rpn.head.conv.0.0.%s".formatted(rpn.group(1));
    }
    var mask = MASK.matcher(name);
    return mask.matches()
        ? "roi_heads.mask_head.%d.0.%s"
            .formatted(Integer.parseInt(mask.group(1)) - 1, mask.group(2))
        : name;
  }
}
