package clipdesk.cutter.hevc;

/** Types of NAL units of H.265 (7.4.2.2, table 7-1). Their header has two bytes. */
final class HevcNal {
  static final int BLA_W_LP = 16;
  static final int BLA_N_LP = 18;
  static final int CRA = 21;
  static final int VPS = 32;
  static final int SPS = 33;
  static final int PPS = 34;
  static final int PREFIX_SEI = 39;

  /** What Dolby Vision puts its metadata in; H.265 leaves the type to others. */
  static final int DOLBY_VISION_METADATA = 62;

  private static final int FIRST_RESERVED_OF_REFERENCES = 16;
  private static final int FIRST_NON_SLICE = 32;
  private static final int FIRST_RESERVED_IRAP = 22;
  private static final int HEADER_TYPE_MASK = 0x81;

  private HevcNal() {}

  static int type(byte header) {
    return header >> 1 & 0x3f;
  }

  /** {@code nuh_layer_id}: 0 but for scalable and multi-view streams. */
  static int layer(byte first, byte second) {
    return ((first & 1) << 5) | ((second & 0xff) >> 3);
  }

  static boolean isSlice(int type) {
    return type < FIRST_NON_SLICE;
  }

  /** Decoding may start at such a picture (intra random access point). */
  static boolean isEntry(int type) {
    return type >= BLA_W_LP && type < FIRST_RESERVED_IRAP;
  }

  /** Whether no picture of the same temporal layer refers to it. */
  static boolean isDisposable(int type) {
    return type < FIRST_RESERVED_OF_REFERENCES && (type & 1) == 0;
  }

  static boolean isParameterSet(int type) {
    return type >= VPS && type <= PPS;
  }

  /** The first byte of a header with another type. */
  static byte withType(byte header, int type) {
    return (byte) ((type << 1) | (header & HEADER_TYPE_MASK));
  }
}
