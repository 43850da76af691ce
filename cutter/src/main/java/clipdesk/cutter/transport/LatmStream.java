package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.AacLc;

/**
 * AAC in LATM behind the sync words of LOAS (ISO/IEC 14496-3, 1.7.2), as broadcasts have it. Its
 * configuration comes with some packets and holds for those behind.
 */
final class LatmStream extends SoundStream {
  private static final int HEADER_BYTES = 3;
  private static final int SYNC = 0x2b7;

  LatmStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock, HEADER_BYTES);
  }

  @Override
  void requireHeader(byte[] bytes, int at) {
    if (Packet.number(bytes, at, 2) >> 5 != SYNC) {
      throw unsupported("a packet of LATM of another form");
    }
  }

  @Override
  int packetBytes(byte[] bytes, int at) {
    return HEADER_BYTES + (Packet.number(bytes, at + 1, 2) & 0x1fff);
  }

  @Override
  Form form(byte[] bytes, int at) {
    var config = element(bytes, at).config();
    return config.isEmpty() ? form() : form(config.get());
  }

  private static Form form(int config) {
    int channels = config >> 3 & 0x0f;
    if (channels == 0 || channels > 7) {
      throw unsupported("channels that are described in the sound itself");
    }
    // Seven are eight channels (ISO/IEC 14496-3, table 1.19).
    return new Form(coding(config).rate(), channels == 7 ? 8 : channels, AacLc.SAMPLES, config);
  }

  private static AacLc coding(int config) {
    return AacLc.of(new byte[] {(byte) (config >> 8), (byte) config});
  }

  @Override
  int leftOut(byte[] bytes, int at) {
    return HEADER_BYTES;
  }

  @Override
  int sampleBytes(byte[] bytes, int at) {
    return element(bytes, at).bytes();
  }

  private LatmElement element(byte[] bytes, int at) {
    return LatmElement.of(bytes, at + HEADER_BYTES, at + packetBytes(bytes, at));
  }

  @Override
  SampleForm sampleForm() {
    return SampleForm.LATM;
  }

  @Override
  byte[] description() {
    return coding(form().marks()).description(form().channels());
  }
}
