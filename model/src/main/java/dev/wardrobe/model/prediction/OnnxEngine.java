package dev.wardrobe.model.prediction;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.data.InputSize;
import dev.wardrobe.model.natives.NativeErrors;
import dev.wardrobe.model.natives.OnnxSession;
import dev.wardrobe.model.onnx.MatchRcnnGraph;
import dev.wardrobe.model.onnx.OnnxModel;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.HeatmapDecoder;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** A Match R-CNN that ONNX Runtime computes, image by image. */
public final class OnnxEngine implements Engine {
  private static final float[] NOTHING = {};
  private static final String ENDING = ".onnx";
  private static final int BATCH = 8;

  private final OnnxSession session;
  private final Config config;
  private final Optional<Similarity> similarity;
  private final ExecutorService workers;

  private OnnxEngine(
      OnnxSession session, Config config, Optional<Similarity> similarity, int parallel) {
    this.session = session;
    this.config = config;
    this.similarity = similarity;
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("wardrobe-network-", 1).factory();
    this.workers = Executors.newFixedThreadPool(parallel, daemons);
  }

  /**
   * A predictor with a model that ONNX Runtime computes on the processor.
   *
   * @param model a model file, the folder of a run (then its best model, or its last), or an ONNX
   *     file that was exported from one
   * @param threads at least 1; images are spread over them, or a single one where images are large
   * @param scoreThreshold detections with a lower score are dropped, 0 to 1
   * @throws DatasetException if there is no model that can be read
   */
  public static Predictor predictor(Path model, int threads, double scoreThreshold) {
    if (model.toString().endsWith(ENDING)) {
      return exported(model, threads, scoreThreshold);
    }
    try (ModelFile file = ModelFile.open(model)) {
      byte[] graph = MatchRcnnGraph.of(file, "", Map.of());
      OnnxModel.Notes notes =
          new OnnxModel.Notes(file.config(), file.provenance(), file.similarity());
      return predictor(graph, notes, file.path(), threads, scoreThreshold);
    }
  }

  private static Predictor exported(Path path, int threads, double scoreThreshold) {
    byte[] graph = InputFile.readAll(path);
    return predictor(graph, OnnxModel.notes(path, graph), path, threads, scoreThreshold);
  }

  private static Predictor predictor(
      byte[] graph, OnnxModel.Notes notes, Path path, int threads, double scoreThreshold) {
    Config config = notes.config().with("roi.scoreThreshold", String.valueOf(scoreThreshold));
    boolean large = config.input().isLarge();
    OnnxSession session = OnnxSession.of(graph, path, large ? threads : 1);
    Engine engine = new OnnxEngine(session, config, notes.similarity(), large ? 1 : threads);
    return Predictor.of(engine, notes.provenance(), path);
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public Streams streams() {
    return config.streams();
  }

  @Override
  public double scoreThreshold() {
    return config.roi().scoreThreshold();
  }

  @Override
  public ImageSize inputSize(ImageSize photo) {
    return InputSize.of(photo, config.input());
  }

  @Override
  public int usualBatch() {
    return BATCH;
  }

  @Override
  public Optional<Similarity> similarity() {
    return similarity;
  }

  @Override
  public List<List<ImageDetection>> detect(List<InputImage> images) {
    return look(images, images.stream().map(image -> NOTHING).toList()).stream()
        .map(seen -> seen.items)
        .toList();
  }

  @Override
  public List<float[]> embed(List<InputImage> images, List<float[]> boxes) {
    if (!config.streams().match()) {
      throw new IllegalArgumentException("Expected a match head, but got none");
    }
    return look(images, boxes).stream().flatMap(seen -> seen.known.stream()).toList();
  }

  private List<Seen> look(List<InputImage> images, List<float[]> known) {
    List<Future<Seen>> futures = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      InputImage image = images.get(i);
      float[] boxes = known.get(i);
      futures.add(workers.submit(() -> look(image, boxes)));
    }
    return futures.stream().map(Waiting::take).toList();
  }

  /** What was seen on an image. */
  private static final class Seen {
    final List<ImageDetection> items = new ArrayList<>();
    final List<float[]> known = new ArrayList<>();
  }

  private Seen look(InputImage image, float... known) {
    Batch batch = InputImage.batch(List.of(image), config.input());
    try (OnnxTensor pixels =
            OnnxSession.tensor(batch.pixels(), 1, 3, batch.height(), batch.width());
        OnnxTensor size = OnnxSession.tensor(new float[] {image.width(), image.height()}, 2);
        OnnxTensor threshold =
            OnnxSession.tensor(new float[] {(float) config.roi().scoreThreshold()}, 1);
        OnnxTensor boxes = OnnxSession.tensor(known, known.length / 4, 4)) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put(MatchRcnnGraph.IMAGE, pixels);
      inputs.put(MatchRcnnGraph.SIZE, size);
      inputs.put(MatchRcnnGraph.THRESHOLD, threshold);
      if (config.streams().match()) {
        inputs.put(MatchRcnnGraph.KNOWN, boxes);
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return seen(result, known.length / 4);
      }
    } catch (OrtException e) {
      throw new DatasetException(
          "ONNX Runtime cannot compute the network: " + NativeErrors.firstLine(e), e);
    }
  }

  private Seen seen(OrtSession.Result result, int known) {
    float[] boxes = floats(result, MatchRcnnGraph.BOXES);
    float[] scores = floats(result, MatchRcnnGraph.SCORES);
    LongBuffer labels = tensor(result, MatchRcnnGraph.LABELS).getLongBuffer();
    float[] masks = floats(result, MatchRcnnGraph.MASKS);
    float[] heatmaps = floats(result, MatchRcnnGraph.HEATMAPS);
    float[] features = floats(result, MatchRcnnGraph.EMBEDDINGS);
    Seen seen = new Seen();
    for (int i = 0; i < scores.length; i++) {
      Box box = BoxArrays.get(boxes, i);
      int label = (int) labels.get(i);
      boolean category = config.streams().category();
      Box view = config.heads().view(box);
      Landmarks landmarks = landmarks(part(heatmaps, i, scores.length), category ? label : 0, view);
      seen.items.add(
          new ImageDetection(
              box,
              view,
              category ? label : 0,
              scores[i],
              part(masks, i, scores.length),
              landmarks.category,
              landmarks.points,
              part(features, i, scores.length + known)));
    }
    for (int i = scores.length; i < scores.length + known; i++) {
      seen.known.add(part(features, i, scores.length + known));
    }
    return seen;
  }

  /** Landmarks and the category that they belong to. */
  private static final class Landmarks {
    int category;
    float[] points = {};
  }

  /** Those of a category, or where it is 0, of the category whose landmarks are the clearest. */
  private Landmarks landmarks(float[] heatmaps, int category, Box box) {
    Landmarks best = new Landmarks();
    if (!config.streams().landmark()) {
      return best;
    }
    int side = config.heads().heatmapSize();
    int cells = side * side;
    double clearest = Double.NEGATIVE_INFINITY;
    for (Category each : Category.ALL) {
      if (category == 0 || category == each.id()) {
        LandmarkSchema schema = each.landmarks();
        int from = category == 0 ? schema.offset() : 0;
        float[] own = Arrays.copyOfRange(heatmaps, from * cells, (from + schema.count()) * cells);
        float[] points = HeatmapDecoder.decode(own, schema.count(), side, box);
        double clarity = ImageDetection.clarity(points);
        if (clarity > clearest) {
          clearest = clarity;
          best.category = each.id();
          best.points = points;
        }
      }
    }
    return best;
  }

  private static float[] part(float[] all, int index, int count) {
    int each = all.length / count;
    return Arrays.copyOfRange(all, index * each, (index + 1) * each);
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  /** The numbers of an output; none where there is no such output. */
  private static float[] floats(OrtSession.Result result, String name) {
    return result.get(name).isEmpty() ? NOTHING : OnnxSession.floats(tensor(result, name));
  }

  /** Frees the network. */
  @Override
  public void close() {
    workers.close();
    session.close();
  }
}
