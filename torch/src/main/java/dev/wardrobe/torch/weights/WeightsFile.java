package dev.wardrobe.torch.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.model.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads weights from any format known here, told apart by the first bytes. */
public final class WeightsFile {
  private WeightsFile() {}

  /**
   * Reads the tensors of a safetensors file, a model of ours (its weights only), or a file of
   * torch.save; the caller closes them.
   *
   * @throws DatasetException if the file cannot be read or is in no such format
   */
  public static NamedTensors read(Path path) {
    byte[] start = start(path);
    if (start.length == 9 && start[8] == '{') {
      try (SafetensorsFile file = SafetensorsFile.open(path)) {
        List<String> weights =
            file.names().stream().filter(name -> !ModelFile.isGrouped(file, name)).toList();
        return TensorFiles.read(file, weights, UnaryOperator.identity(), path.toString());
      }
    }
    if (start.length >= 2 && (start[0] == (byte) 0x80 || (start[0] == 'P' && start[1] == 'K'))) {
      return TorchFile.read(path);
    }
    throw new DatasetException(
        "Cannot read weights from %s: expected safetensors, or what torch.save(model.state_dict(), ...) writes"
            .formatted(path));
  }

  private static byte[] start(Path path) {
    if (Files.isDirectory(path)) {
      throw new DatasetException("Cannot read %s: found a folder, expected a file".formatted(path));
    }
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(9);
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }
}
