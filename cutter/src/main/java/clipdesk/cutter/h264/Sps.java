package clipdesk.cutter.h264;

/**
 * A sequence parameter set (H.264, 7.3.2.1.1); names as in the standard where they are its words.
 *
 * @param unit the whole NAL unit as it was found
 * @param chromaFormat 0 for monochrome, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4
 * @param frameNumBits width of {@code frame_num}
 * @param pocLsbBits width of {@code pic_order_cnt_lsb}, 0 unless {@code pocType} is 0
 * @param maxRefFrames {@code max_num_ref_frames}
 * @param heightInMapUnits {@code PicHeightInMapUnits}: macroblock rows of a frame or of a field
 */
public record Sps(
    byte[] unit,
    int profile,
    int level,
    int id,
    int chromaFormat,
    boolean separateColourPlanes,
    int lumaBits,
    int chromaBits,
    boolean losslessBypass,
    boolean scalingMatrix,
    int frameNumBits,
    int pocType,
    int pocLsbBits,
    int maxRefFrames,
    boolean gapsInFrameNum,
    int widthInMbs,
    int heightInMapUnits,
    boolean frameMbsOnly,
    boolean mbaff,
    int cropLeft,
    int cropTop,
    Shape shape) {

  /**
   * What is shown of a picture.
   *
   * @param width in pixels, what is cropped left out
   * @param pixelWidth of a pixel, in {@code pixelHeight}; 1 and 1 if nothing is said
   */
  public record Shape(int width, int height, int pixelWidth, int pixelHeight) {}

  static final int MAX_ID = 31;

  /** {@code ChromaArrayType}. */
  int chromaArrayType() {
    return separateColourPlanes ? 0 : chromaFormat;
  }

  /** {@code PicHeightInMbs} of a frame. */
  int heightInMbs() {
    return frameMbsOnly ? heightInMapUnits : 2 * heightInMapUnits;
  }

  public int maxFrameNum() {
    return 1 << frameNumBits;
  }

  /** Whether slices written for {@code other} keep their meaning under this set. */
  public boolean decodesLike(Sps other) {
    return chromaFormat == other.chromaFormat
        && separateColourPlanes == other.separateColourPlanes
        && lumaBits == other.lumaBits
        && chromaBits == other.chromaBits
        && !losslessBypass
        && !other.losslessBypass
        && !scalingMatrix
        && !other.scalingMatrix
        && widthInMbs == other.widthInMbs
        && heightInMbs() == other.heightInMbs()
        && frameMbsOnly == other.frameMbsOnly
        && mbaff == other.mbaff;
  }

  /** Whether pictures are stored with the same sample format. */
  public boolean sameSampleFormat(Sps other) {
    return chromaFormat == other.chromaFormat
        && lumaBits == other.lumaBits
        && chromaBits == other.chromaBits;
  }
}
