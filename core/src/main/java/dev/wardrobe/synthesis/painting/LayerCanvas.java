package dev.wardrobe.synthesis.painting;

/**
 * The part of a layer that is in the photo, and a little around it, before light falls on it.
 *
 * @param frame which pixels; all arrays are of these, row by row
 * @param cover how much of each pixel the layer covers, 0 to 1
 * @param rgb the colours, where covered
 * @param grain what fine relief adds to the light
 * @param ink how much darker thin lines make a pixel, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
record LayerCanvas(Frame frame, float[] cover, int[] rgb, float[] grain, float[] ink) {

  static LayerCanvas of(Frame frame, float[] cover) {
    int area = frame.area();
    return new LayerCanvas(frame, cover, new int[area], new float[area], new float[area]);
  }

  /** How much of a pixel the layer covers, 0 outside the frame. */
  float coverAt(int x, int y) {
    boolean outside =
        x < frame.left()
            || y < frame.top()
            || x >= frame.left() + frame.width()
            || y >= frame.top() + frame.height();
    return outside ? 0 : cover[frame.index(x, y)];
  }
}
