package dev.wardrobe.model.detector;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.natives.NativeErrors;
import dev.wardrobe.model.natives.OnnxSession;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.Nms;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.prediction.Engine;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.structures.ImageSize;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;

/** A detector from elsewhere, of boxes and their categories, that ONNX Runtime computes. */
public final class DetectorEngine implements Engine {
  private static final int MOST_ITEMS = 100;

  private final DetectorFile file;
  private final OnnxSession session;
  private final double scoreThreshold;
  private final Canvas canvas;

  private DetectorEngine(DetectorFile file, OnnxSession session, double scoreThreshold) {
    this.file = file;
    this.session = session;
    this.scoreThreshold = scoreThreshold;
    this.canvas = new Canvas(file.input());
  }

  /**
   * A predictor with a detector.
   *
   * @param description a {@link DetectorFile}
   * @param threads that an image is spread over
   * @param scoreThreshold detections with a lower score are dropped, 0 to 1
   * @throws DatasetException if the description or the network cannot be read, or do not fit
   */
  public static Predictor predictor(Path description, int threads, double scoreThreshold) {
    DetectorFile file = DetectorFile.read(description);
    Path model = description.resolveSibling(file.model());
    if (!Files.isRegularFile(model)) {
      throw new DatasetException(
          "Wrong detector file %s: model: there is no file %s".formatted(description, model));
    }
    OnnxSession session = OnnxSession.of(model, threads);
    try {
      requireNames(description, "input.name", List.of(file.input().name()), session.inputs());
      requireNames(description, "output.names", file.output().names(), session.outputs());
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    Engine engine = new DetectorEngine(file, session, scoreThreshold);
    return Predictor.of(engine, Map.of("detector", file.model()), description);
  }

  private static void requireNames(
      Path description, String field, List<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new DatasetException(
            "Wrong detector file %s: %s: found \"%s\", expected one of %s"
                .formatted(description, field, name, String.join(", ", known)));
      }
    }
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public Streams streams() {
    return new Streams(true, false, false, false);
  }

  @Override
  public double scoreThreshold() {
    return scoreThreshold;
  }

  @Override
  public ImageSize inputSize(ImageSize photo) {
    return canvas.size(photo);
  }

  @Override
  public int usualBatch() {
    return 1;
  }

  @Override
  public Optional<Similarity> similarity() {
    return Optional.empty();
  }

  @Override
  public List<List<ImageDetection>> detect(List<InputImage> images) {
    return images.stream().map(this::detect).toList();
  }

  private List<ImageDetection> detect(InputImage image) {
    float[] planes = canvas.planes(image.pixels());
    int height = file.input().height();
    try (OnnxTensor input = OnnxSession.tensor(planes, 1, 3, height, file.input().width());
        OrtSession.Result result = session.run(Map.of(file.input().name(), input))) {
      List<OutputReader.Values> outputs = new ArrayList<>();
      for (String name : file.output().names()) {
        outputs.add(values(name, result.get(name).orElseThrow()));
      }
      return kept(image, new OutputReader(file, scoreThreshold).read(outputs));
    } catch (OrtException e) {
      throw new DatasetException(
          "The network %s cannot be computed: %s"
              .formatted(file.model(), NativeErrors.firstLine(e)),
          e);
    }
  }

  private OutputReader.Values values(String name, OnnxValue value) {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new DatasetException(
          "The output %s of %s is no tensor: found %s"
              .formatted(name, file.model(), value.getType()));
    }
    float[] values =
        switch (tensor.getInfo().type) {
          case FLOAT, FLOAT16, BFLOAT16 -> OnnxSession.floats(tensor);
          case INT64 -> {
            LongBuffer numbers = tensor.getLongBuffer();
            yield floats(numbers.remaining(), i -> numbers.get(i));
          }
          case INT32 -> {
            IntBuffer numbers = tensor.getIntBuffer();
            yield floats(numbers.remaining(), i -> numbers.get(i));
          }
          default ->
              throw new DatasetException(
                  "The output %s of %s has numbers of type %s, expected float or int"
                      .formatted(name, file.model(), tensor.getInfo().type));
        };
    List<Long> shape = Arrays.stream(tensor.getInfo().getShape()).boxed().toList();
    return new OutputReader.Values(name, shape, values);
  }

  private static float[] floats(int count, IntToLongFunction numbers) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = numbers.applyAsLong(i);
    }
    return values;
  }

  /** Boxes of known categories inside the image, suppressed category by category. */
  private List<ImageDetection> kept(InputImage image, List<Candidate> candidates) {
    List<Candidate> known =
        candidates.stream()
            .filter(candidate -> file.category(candidate.number()).isPresent())
            .toList();
    float[] boxes = new float[4 * known.size()];
    float[] scores = new float[known.size()];
    int[] groups = new int[known.size()];
    int left = canvas.left(image.width());
    int top = canvas.top(image.height());
    for (int i = 0; i < known.size(); i++) {
      Candidate candidate = known.get(i);
      boxes[4 * i] = candidate.x1() - left;
      boxes[4 * i + 1] = candidate.y1() - top;
      boxes[4 * i + 2] = candidate.x2() - left;
      boxes[4 * i + 3] = candidate.y2() - top;
      scores[i] = Math.min(candidate.score(), 1);
      groups[i] = file.category(candidate.number()).map(Category::id).orElseThrow();
    }
    float[] inside = BoxArrays.clip(boxes, image.width(), image.height());
    List<ImageDetection> items = new ArrayList<>();
    for (int i : Nms.keepByGroup(inside, scores, groups, file.nmsThreshold())) {
      boolean empty = inside[4 * i + 2] <= inside[4 * i] || inside[4 * i + 3] <= inside[4 * i + 1];
      if (!empty && items.size() < MOST_ITEMS) {
        items.add(
            new ImageDetection(
                BoxArrays.get(inside, i),
                groups[i],
                scores[i],
                new float[0],
                new float[0],
                new float[0]));
      }
    }
    return items;
  }

  @Override
  public List<float[]> embed(List<InputImage> images, List<float[]> boxes) {
    throw new IllegalArgumentException("Expected a match head, but got none");
  }

  /** Frees the network. */
  @Override
  public void close() {
    session.close();
  }
}
