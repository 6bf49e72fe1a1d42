package dev.wardrobe.model.prediction;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.predictions.EmbeddingTable;
import dev.wardrobe.predictions.RetrievalRow;
import dev.wardrobe.predictions.RetrievalRow.Retrieved;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Consumer-to-shop retrieval: for each item found on a consumer's photo, the items of shops' photos
 * whose features are the most alike, exactly ranked; of equally alike ones the earlier in the table
 * comes first.
 *
 * <p>The match network's two-way softmax ranks like the difference of its two logits, b + sum w (x
 * - y)^2. That is b + sum w x^2 + sum w y^2 - 2 sum (w x) y, whose last part is a product of
 * matrices: in 64 bits and in blocks it finds the candidates, which are then compared by the plain
 * sum. Memory is bounded by the blocks and 20 results a query.
 */
public final class Retrieval {
  /** How many results a query has, as the official evaluation takes them. */
  public static final int RESULTS = 20;

  private static final int QUERY_BLOCK = 512;
  private static final int GALLERY_BLOCK = 4096;

  private final EmbeddingTable table;
  private final Similarity similarity;
  private final int queryBlock;
  private final int galleryBlock;
  private final int[] queries;
  private final int[] gallery;

  /**
   * Retrieval among found items.
   *
   * @param table what was found on consumers' and on shops' photos
   * @param similarity of the match network that made the features
   * @throws IllegalArgumentException if the features have another length than the similarity takes
   */
  public Retrieval(EmbeddingTable table, Similarity similarity) {
    this(table, similarity, QUERY_BLOCK, GALLERY_BLOCK);
  }

  Retrieval(EmbeddingTable table, Similarity similarity, int queryBlock, int galleryBlock) {
    this.table = table;
    this.similarity = similarity;
    this.queryBlock = queryBlock;
    this.galleryBlock = galleryBlock;
    // A result names the category of what it was asked for.
    queries = rows(Source.USER).filter(row -> table.row(row).category().isPresent()).toArray();
    gallery = rows(Source.SHOP).toArray();
    if (table.size() > 0 && table.length() != similarity.weights().length) {
      throw new IllegalArgumentException(
          "Expected features of %d numbers, but got %d"
              .formatted(similarity.weights().length, table.length()));
    }
  }

  private IntStream rows(Source source) {
    return IntStream.range(0, table.size())
        .filter(row -> table.row(row).source().filter(source::equals).isPresent());
  }

  /** How many items are looked for: those found on consumers' photos, with a category. */
  public int queries() {
    return queries.length;
  }

  /** How many items are looked through: those found on shops' photos. */
  public int gallery() {
    return gallery.length;
  }

  /**
   * The results of all queries in the order of the table, computed as they are asked for.
   *
   * @param progress gets the number of queries done so far, now and then
   */
  public Stream<RetrievalRow> rows(IntConsumer progress) {
    return IntStream.iterate(0, from -> from < queries.length, from -> from + queryBlock)
        .boxed()
        .flatMap(from -> {
          int[] block =
              Arrays.copyOfRange(queries, from, Math.min(queries.length, from + queryBlock));
          int[][] best = rank(block);
          progress.accept(from + block.length);
          return IntStream.range(0, block.length).mapToObj(i -> row(block[i], best[i]));
        });
  }

  private RetrievalRow row(int query, int... best) {
    EmbeddingTable.Row is = table.row(query);
    List<Retrieved> retrieved =
        Arrays.stream(best)
            .mapToObj(table::row)
            .map(found -> new Retrieved(found.imageId(), found.box()))
            .toList();
    return new RetrievalRow(
        is.imageId(), is.box(), is.category().orElseThrow(), is.score(), retrieved);
  }

  /** For each query the rows of its results, best first. */
  private int[][] rank(int... block) {
    FeatureBlock asked = new FeatureBlock(table, similarity.weights(), block);
    Candidates[] candidates = new Candidates[block.length];
    Arrays.setAll(candidates, i -> new Candidates(RESULTS));
    for (int from = 0; from < gallery.length; from += galleryBlock) {
      int[] some = Arrays.copyOfRange(gallery, from, Math.min(gallery.length, from + galleryBlock));
      FeatureBlock looked = new FeatureBlock(table, similarity.weights(), some);
      double[] products = asked.products(looked);
      double slack = asked.slack(looked);
      for (int i = 0; i < block.length; i++) {
        candidates[i].slack(slack);
        for (int k = 0; k < some.length; k++) {
          double both = asked.square(i) + looked.square(k);
          candidates[i].add(some[k], both - 2 * products[i * some.length + k]);
        }
      }
    }
    int[][] best = new int[block.length][];
    Arrays.setAll(best, i -> exact(block[i], candidates[i].rows()));
    return best;
  }

  /** Of candidates, the best by the plain sum. */
  private int[] exact(int query, int... candidates) {
    float[] asked = new float[table.length()];
    table.copy(query, asked, 0);
    float[] looked = new float[table.length()];
    double[] scores = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      table.copy(candidates[i], looked, 0);
      scores[i] = similarity.of(asked, looked);
    }
    return Arrays.stream(Candidates.best(RESULTS, scores)).map(i -> candidates[i]).toArray();
  }
}
