package clipdesk.cutter.preview;

/**
 * Width and height of a preview, in square pixels: the shape that the master is shown in, never
 * larger than the master, and no larger than 540p, lying or standing.
 */
record PreviewSize(int width, int height) {
  private static final int LONG_SIDE = 960;
  private static final int SHORT_SIDE = 540;

  /**
   * @param width of the master's pictures as stored
   * @param height of the same
   * @param pixelWidth shape of a pixel, with {@code pixelHeight}; 0 if unknown, then it is square
   */
  static PreviewSize of(int width, int height, int pixelWidth, int pixelHeight) {
    double shape = pixelWidth > 0 && pixelHeight > 0 ? (double) pixelWidth / pixelHeight : 1;
    // The side that is stored too long is made shorter: stretching the other one shows no more.
    double shownWidth = width * Math.min(1, shape);
    double shownHeight = height / Math.max(1, shape);
    double scale =
        Math.min(
            LONG_SIDE / Math.max(shownWidth, shownHeight),
            SHORT_SIDE / Math.min(shownWidth, shownHeight));
    scale = Math.min(1, scale);
    return new PreviewSize(even(shownWidth * scale, width), even(shownHeight * scale, height));
  }

  /** Two pixels share their colour in each direction. */
  private static int even(double length, int most) {
    return Math.max(2, Math.min(2 * (int) Math.round(length / 2), most & ~1));
  }
}
