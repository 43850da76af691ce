package clipdesk.cutter.mp4;

/** What kind of sound stands behind a sample entry that is used for several kinds. */
public final class SoundObject {
  /** {@code objectTypeIndication} of ISO/IEC 13818-3 and 11172-3 (ISO/IEC 14496-1, table 5). */
  static final int MPEG2_AUDIO = 0x69;

  static final int MPEG1_AUDIO = 0x6b;

  private static final int ELEMENTARY_STREAM = 3;
  private static final int DECODER_CONFIGURATION = 4;

  private SoundObject() {}

  /** Whether packets are MPEG audio: layer 3 nearly always, in MP4 as well as in MOV. */
  public static boolean isMp3(SampleDescription description) {
    return switch (description.format()) {
      case ".mp3", "ms\0U" -> true;
      case "mp4a" -> {
        int type = description.config("esds").map(SoundObject::objectType).orElse(0);
        yield type == MPEG2_AUDIO || type == MPEG1_AUDIO;
      }
      default -> false;
    };
  }

  /**
   * Whether sample tables count samples of sound, many of which lie in one packet: ADPCM of WAV.
   */
  public static boolean isListedBySample(SampleDescription description) {
    return description.format().startsWith("ms\0") && !isMp3(description);
  }

  /** 0 if it is not where it should be. */
  static int objectType(byte[] esds) {
    int at = descriptor(esds, 4, ELEMENTARY_STREAM);
    if (at < 0 || at + 3 > esds.length) {
      return 0;
    }
    int flags = esds[at + 2] & 0xff;
    boolean plain = flags >> 5 == 0;
    at = plain ? descriptor(esds, at + 3, DECODER_CONFIGURATION) : -1;
    return at < 0 || at >= esds.length ? 0 : esds[at] & 0xff;
  }

  /** Where the contents of a descriptor start, -1 if another one stands there. */
  private static int descriptor(byte[] bytes, int at, int tag) {
    if (at >= bytes.length || bytes[at] != tag) {
      return -1;
    }
    int next = at + 1;
    while (next < bytes.length && (bytes[next] & 0x80) != 0) {
      next++;
    }
    return next + 1;
  }
}
