package clipdesk.cutter.mxf;

import clipdesk.cutter.mp4.Bytes;

/**
 * A key or label of 16 bytes (SMPTE ST 298). Its eighth byte is the version of a registry and says
 * nothing here.
 */
record Key(long high, long low) {
  static final int BYTES = 16;

  private static final long PACK = 0x060e2b34_02050100L;
  private static final long SET = 0x060e2b34_02530100L;
  private static final long FILL = 0x060e2b34_01010100L;
  private static final long LABEL = 0x060e2b34_04010100L;
  private static final int ESSENCE = 0x0d010301;
  private static final int SYSTEM = 0x04;
  private static final int ENCRYPTED = 0x7e;

  static Key of(byte[] bytes, int at) {
    return new Key(Bytes.i64(bytes, at), Bytes.i64(bytes, at + 8));
  }

  /** One byte, counted from 0. */
  int at(int index) {
    long half = index < 8 ? high : low;
    return (int) (half >> (56 - 8 * (index % 8))) & 0xff;
  }

  private boolean startsWith(long eight) {
    return (high & ~0xffL) == eight;
  }

  boolean isUniversal() {
    return high >>> 32 == 0x060e2b34;
  }

  boolean isFill() {
    return startsWith(FILL) && low == 0x03010210_01000000L;
  }

  boolean isPartition() {
    return startsWith(PACK) && low >>> 24 == 0x0d_01020101L && at(13) >= 2 && at(13) <= 4;
  }

  /** Whether a partition's header metadata is said to be whole, and final. */
  boolean isClosedAndComplete() {
    return at(14) == 4;
  }

  boolean isRandomIndex() {
    return startsWith(PACK) && low == 0x0d010201_01110100L;
  }

  boolean isIndexSegment() {
    return startsWith(SET) && low == 0x0d010201_01100100L;
  }

  boolean isMetadataSet() {
    return startsWith(SET) && low >>> 24 == 0x0d_01010101L;
  }

  boolean isEssence() {
    return low >>> 32 == ESSENCE;
  }

  /** Of an essence element: whether it describes the others of its edit unit. */
  boolean isSystemItem() {
    return isEssence() && (at(12) & 0xef) == SYSTEM;
  }

  boolean isEncryptedEssence() {
    return isEssence() && at(12) == ENCRYPTED;
  }

  /** Of an essence element: the number of its track. */
  int trackNumber() {
    return (int) low;
  }

  boolean isLabel(long lastEight) {
    return startsWith(LABEL) && low == lastEight;
  }

  /**
   * @param mask which bits of the last eight bytes have to be the same
   */
  boolean isLabel(long lastEight, long mask) {
    return startsWith(LABEL) && (low & mask) == (lastEight & mask);
  }
}
