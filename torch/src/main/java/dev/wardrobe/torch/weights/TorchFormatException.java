package dev.wardrobe.torch.weights;

import java.io.IOException;
import java.io.Serial;

/** What is wrong in a file of PyTorch's, without the file's name. */
final class TorchFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  TorchFormatException(String message) {
    super(message);
  }
}
