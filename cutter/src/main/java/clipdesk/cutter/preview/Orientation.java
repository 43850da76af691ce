package clipdesk.cutter.preview;

/**
 * How a picture is turned or mirrored before it is shown: a pixel at ({@code x}, {@code y}) is
 * shown at ({@code a x + c y}, {@code b x + d y}), moved to where the picture begins at 0. Each of
 * the four is -1, 0 or 1.
 */
record Orientation(int a, int b, int c, int d) {
  static final Orientation UPRIGHT = new Orientation(1, 0, 0, 1);
  private static final int UNITY = 0x10000;
  private static final int UNITY_OF_W = 0x40000000;

  /**
   * @param matrix as in {@code tkhd} (ISO/IEC 14496-12, 8.3.2); what turns by another angle than a
   *     right one is taken for upright, as browsers take it
   */
  static Orientation of(int[] matrix) {
    if (matrix.length == 0) {
      return UPRIGHT;
    }
    var turned =
        new Orientation(
            Integer.signum(matrix[0]),
            Integer.signum(matrix[1]),
            Integer.signum(matrix[3]),
            Integer.signum(matrix[4]));
    boolean lying = turned.b == 0 && turned.c == 0 && turned.a * turned.d != 0;
    boolean standing = turned.a == 0 && turned.d == 0 && turned.b * turned.c != 0;
    return lying || standing ? turned : UPRIGHT;
  }

  /** The matrix for pictures of a size. */
  int[] matrix(int width, int height) {
    return new int[] {
      a * UNITY,
      b * UNITY,
      0,
      c * UNITY,
      d * UNITY,
      0,
      left(width, height) * UNITY,
      top(width, height) * UNITY,
      UNITY_OF_W
    };
  }

  /** Width as shown. */
  int width(int width, int height) {
    return a == 0 ? height : width;
  }

  /** Height as shown. */
  int height(int width, int height) {
    return a == 0 ? width : height;
  }

  /** Where the pixel at (0, 0) comes to lie if the picture is {@code width} wide. */
  private int left(int width, int height) {
    return a < 0 ? width : c < 0 ? height : 0;
  }

  private int top(int width, int height) {
    return b < 0 ? width : d < 0 ? height : 0;
  }

  /**
   * The picture as it is shown.
   *
   * @param pixels one number each, row by row
   */
  int[] turn(int[] pixels, int width, int height) {
    var turned = new int[pixels.length];
    int row = width(width, height);
    // A pixel covers a square: turned back to front it ends, not begins, where its corner falls.
    int left = left(width - 1, height - 1);
    int top = top(width - 1, height - 1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int shownX = a * x + c * y + left;
        int shownY = b * x + d * y + top;
        turned[shownY * row + shownX] = pixels[y * width + x];
      }
    }
    return turned;
  }
}
