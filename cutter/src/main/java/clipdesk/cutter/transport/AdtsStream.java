package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.AacLc;
import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Optional;

/**
 * Packets of AAC behind headers of ADTS (ISO/IEC 13818-7, 6.2), which a clip does not have. Several
 * stand in one unit, and one may reach into the next.
 */
final class AdtsStream extends ElementaryStream {
  private static final int HEADER_BYTES = 7;
  private static final int CHECK_BYTES = 2;

  /** What must be the same in all headers: profile, rate and channels among it. */
  private static final int SAME_BITS = 0xfffefdc0;

  private final StreamClock clock;
  private Optional<AacLc> coding = Optional.empty();
  private int channels;
  private int sameBits;
  private int unitStart;
  private long unitTime = Frames.UNKNOWN;
  private long lastTime = Long.MIN_VALUE;

  AdtsStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format);
    this.clock = clock;
  }

  @Override
  void starts(PesHeader header) {
    unitStart = payload.length();
    unitTime = Frames.UNKNOWN;
    if (header.pts() != PesHeader.NONE) {
      unitTime = clock.unwrapped(header.pts());
      if (unitTime < lastTime) {
        throw unsupported("the clock of the sound goes back");
      }
      lastTime = unitTime;
      saw(unitTime);
    }
  }

  @Override
  void ends() {
    byte[] bytes = payload.bytes();
    int at = 0;
    while (at + HEADER_BYTES <= payload.length()) {
      int length = packetBytes(bytes, at);
      int header = HEADER_BYTES + ((bytes[at + 1] & 1) == 0 ? CHECK_BYTES : 0);
      if (length <= header) {
        throw unsupported("a packet of AAC without a byte");
      }
      if (at + length > payload.length()) {
        break;
      }
      long time = Frames.UNKNOWN;
      if (at >= unitStart) {
        time = unitTime;
        unitTime = Frames.UNKNOWN;
      }
      add(at + header, at + length, length - header, time, true);
      at += length;
    }
    payload.drop(at);
  }

  private int packetBytes(byte[] bytes, int at) {
    int first = 0;
    for (int i = 0; i < 4; i++) {
      first = first << 8 | (bytes[at + i] & 0xff);
    }
    boolean inSync = first >>> 20 == 0xfff && (first & 0x60000) == 0;
    boolean oneBlock = (bytes[at + 6] & 3) == 0;
    if (!inSync || !oneBlock) {
      throw unsupported("a packet of AAC of another form");
    }
    if (coding.isEmpty()) {
      configure(first);
    } else if ((first & SAME_BITS) != sameBits) {
      throw unsupported("the sound changes its form");
    }
    return (bytes[at + 3] & 3) << 11 | (bytes[at + 4] & 0xff) << 3 | (bytes[at + 5] & 0xff) >> 5;
  }

  private void configure(int first) {
    int objectType = (first >> 14 & 3) + 1;
    int rate = first >> 10 & 0x0f;
    channels = first >> 6 & 7;
    if (channels == 0) {
      throw unsupported("channels that are described in the sound itself");
    }
    int config = objectType << 11 | rate << 7 | channels << 3;
    coding = Optional.of(AacLc.of(new byte[] {(byte) (config >> 8), (byte) config}));
    sameBits = first & SAME_BITS;
  }

  @Override
  byte[] sample(byte[] raw) {
    return raw;
  }

  Optional<AacLc> coding() {
    return coding;
  }

  /** Seven are eight channels (ISO/IEC 14496-3, table 1.19). */
  int channels() {
    return channels == 7 ? 8 : channels;
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
