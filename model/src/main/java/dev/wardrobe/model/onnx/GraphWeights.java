package dev.wardrobe.model.onnx;

/** The weights that a graph is made of. */
@FunctionalInterface
interface GraphWeights {
  /**
   * The numbers of a tensor, the last axis fastest; the caller may change them.
   *
   * @param name as in model files
   * @param shape that it must have
   * @throws dev.wardrobe.files.DatasetException if there is none of that name and shape
   */
  float[] get(String name, long... shape);
}
