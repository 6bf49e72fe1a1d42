package dev.wardrobe.torch.tensor;

import dev.wardrobe.files.DatasetException;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors live and are computed with.
 *
 * @param type the kind of device
 * @param index which of several GPUs, from 0; 0 for the CPU
 */
public record TensorDevice(Type type, int index) {
  /** The processor. */
  public static final TensorDevice CPU = new TensorDevice(Type.CPU, 0);

  /** A kind of device. */
  public enum Type {
    CPU,
    CUDA
  }

  /**
   * The device of a name: "cpu", "cuda", "cuda:1", or "auto" for a GPU where there is one and the
   * processor otherwise.
   *
   * @throws DatasetException if there is no such device here
   */
  public static TensorDevice of(String name) {
    if (name.equals("cpu")) {
      return CPU;
    }
    if (name.equals("auto")) {
      return torch.cuda_is_available() ? new TensorDevice(Type.CUDA, 0) : CPU;
    }
    if (!name.matches("cuda(:[0-9]{1,2})?")) {
      throw new DatasetException(
          "Unknown device %s: expected cpu, cuda, cuda:1 and so on, or auto".formatted(name));
    }
    int index = name.equals("cuda") ? 0 : Integer.parseInt(name.substring("cuda:".length()));
    long found = torch.cuda_is_available() ? torch.cuda_device_count() : 0;
    if (index >= found) {
      throw new DatasetException(
          "There is no device %s: found %s; use --device cpu, or a build with CUDA (docs/building.md)"
              .formatted(name, found == 0 ? "no GPU" : found + " of them, numbered from 0"));
    }
    return new TensorDevice(Type.CUDA, index);
  }

  /** PyTorch's object for it; belongs to the open scope. */
  public Device toNative() {
    return new Device(toString());
  }

  @Override
  public String toString() {
    return type == Type.CPU ? "cpu" : "cuda:" + index;
  }
}
