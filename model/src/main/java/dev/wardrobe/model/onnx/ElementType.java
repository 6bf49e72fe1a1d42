package dev.wardrobe.model.onnx;

/** Types of numbers that graphs here have, with ONNX's codes. */
enum ElementType {
  FLOAT(1),
  INT64(7),
  BOOL(9),
  FLOAT16(10);

  private final int code;

  ElementType(int code) {
    this.code = code;
  }

  /** ONNX's TensorProto.DataType. */
  int code() {
    return code;
  }
}
