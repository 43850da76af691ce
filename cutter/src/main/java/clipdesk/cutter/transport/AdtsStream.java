package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.AacLc;

/** AAC behind headers of ADTS (ISO/IEC 13818-7, 6.2), which a clip does not have. */
final class AdtsStream extends SoundStream {
  private static final int HEADER_BYTES = 7;
  private static final int CHECK_BYTES = 2;

  /** What must be the same in all headers: profile, rate and channels among it. */
  private static final int SAME_BITS = 0xfffefdc0;

  AdtsStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock, HEADER_BYTES);
  }

  @Override
  Form form(byte[] bytes, int at) {
    int first = Packet.number(bytes, at, 4);
    boolean inSync = first >>> 20 == 0xfff && (first & 0x60000) == 0;
    boolean oneBlock = (bytes[at + 6] & 3) == 0;
    if (!inSync || !oneBlock) {
      throw unsupported("a packet of AAC of another form");
    }
    int channels = first >> 6 & 7;
    if (channels == 0) {
      throw unsupported("channels that are described in the sound itself");
    }
    // Seven are eight channels (ISO/IEC 14496-3, table 1.19).
    return new Form(
        coding(first).rate(), channels == 7 ? 8 : channels, AacLc.SAMPLES, first & SAME_BITS);
  }

  private static AacLc coding(int first) {
    int objectType = (first >> 14 & 3) + 1;
    int config = objectType << 11 | (first >> 10 & 0x0f) << 7 | (first >> 6 & 7) << 3;
    return AacLc.of(new byte[] {(byte) (config >> 8), (byte) config});
  }

  @Override
  int packetBytes(byte[] bytes, int at) {
    return (bytes[at + 3] & 3) << 11 | (bytes[at + 4] & 0xff) << 3 | (bytes[at + 5] & 0xff) >> 5;
  }

  @Override
  int leftOut(byte[] bytes, int at) {
    return HEADER_BYTES + ((bytes[at + 1] & 1) == 0 ? CHECK_BYTES : 0);
  }

  @Override
  byte[] description() {
    return coding(form().marks()).description(form().channels());
  }
}
