package clipdesk.cutter.transport;

import clipdesk.cutter.mp4.NewDescription;

/**
 * MPEG audio of layers 2 and 3, whose headers are a part of the samples (ISO/IEC 11172-3, 2.4.2.3,
 * and ISO/IEC 13818-3, 2.4.2.3 for half the rates).
 */
final class MpegAudioStream extends SoundStream {
  private static final int HEADER_BYTES = 4;
  private static final int LAYER_2 = 2;
  private static final int LAYER_3 = 1;
  private static final int MONO = 3;

  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[][] KILOBITS = {
    {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
  };

  MpegAudioStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock, HEADER_BYTES);
  }

  @Override
  Form form(byte[] bytes, int at) {
    int first = Packet.number(bytes, at, 4);
    int kilobits = first >> 12 & 0x0f;
    boolean known =
        first >>> 20 == 0xfff
            && (layer(first) == LAYER_2 || layer(first) == LAYER_3)
            && (first >> 10 & 3) < RATES.length
            && kilobits != 0
            && kilobits != 0x0f;
    if (!known) {
      throw unsupported("a packet of MPEG audio of another form");
    }
    // What tells the layer, the rate, and one channel from two.
    int channels = (first >> 6 & 3) == MONO ? 1 : 2;
    return new Form(rate(first), channels, samples(first), first & 0xfffe0c00);
  }

  private static boolean hasHalfTheRate(int first) {
    return (first & 0x80000) == 0;
  }

  private static int layer(int first) {
    return first >> 17 & 3;
  }

  private static int rate(int first) {
    return RATES[first >> 10 & 3] / (hasHalfTheRate(first) ? 2 : 1);
  }

  private static int samples(int first) {
    return hasHalfTheRate(first) && layer(first) == LAYER_3 ? 576 : 1152;
  }

  @Override
  int packetBytes(byte[] bytes, int at) {
    int first = Packet.number(bytes, at, 4);
    int table = hasHalfTheRate(first) ? 2 : layer(first) == LAYER_2 ? 0 : 1;
    int bits = 1000 * KILOBITS[table][(first >> 12 & 0x0f) - 1];
    return samples(first) / 8 * bits / rate(first) + (first >> 9 & 1);
  }

  @Override
  int leftOut(byte[] bytes, int at) {
    return 0;
  }

  @Override
  byte[] description() {
    return NewDescription.mpegAudio(
        form().channels(), form().rate(), hasHalfTheRate(form().marks()));
  }
}
