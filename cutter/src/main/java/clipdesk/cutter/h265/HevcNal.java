package clipdesk.cutter.h265;

/** Types of NAL units of H.265 (7.4.2.2, table 7-1). Their header has two bytes. */
public final class HevcNal {
  public static final int BLA_W_LP = 16;
  public static final int BLA_N_LP = 18;
  public static final int CRA = 21;
  public static final int VPS = 32;
  public static final int SPS = 33;
  public static final int PPS = 34;
  public static final int PREFIX_SEI = 39;

  static final int ACCESS_UNIT_DELIMITER = 35;
  static final int SUFFIX_SEI = 40;

  /** What stands behind it is reserved, or for others, as Dolby Vision is. */
  static final int LAST_KNOWN = SUFFIX_SEI;

  static final int FILLER = 38;
  static final int IDR_W_RADL = 19;
  static final int IDR_N_LP = 20;

  /** What Dolby Vision puts its metadata in; H.265 leaves the type to others. */
  public static final int DOLBY_VISION_METADATA = 62;

  private static final int FIRST_RESERVED_OF_REFERENCES = 16;
  private static final int FIRST_NON_SLICE = 32;
  private static final int FIRST_RESERVED_IRAP = 22;
  private static final int HEADER_TYPE_MASK = 0x81;

  private HevcNal() {}

  public static int type(byte header) {
    return header >> 1 & 0x3f;
  }

  /** {@code nuh_layer_id}: 0 but for scalable and multi-view streams. */
  public static int layer(byte first, byte second) {
    return ((first & 1) << 5) | ((second & 0xff) >> 3);
  }

  public static boolean isSlice(int type) {
    return type < FIRST_NON_SLICE;
  }

  /** Decoding may start at such a picture (intra random access point). */
  public static boolean isEntry(int type) {
    return type >= BLA_W_LP && type < FIRST_RESERVED_IRAP;
  }

  /** Whether no picture of the same temporal layer refers to it. */
  public static boolean isDisposable(int type) {
    return type < FIRST_RESERVED_OF_REFERENCES && (type & 1) == 0;
  }

  public static boolean isParameterSet(int type) {
    return type >= VPS && type <= PPS;
  }

  /** The first byte of a header with another type. */
  public static byte withType(byte header, int type) {
    return (byte) ((type << 1) | (header & HEADER_TYPE_MASK));
  }
}
