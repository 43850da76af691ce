package clipdesk.cutter.transport;

import clipdesk.cutter.mp4.NewDescription;

/**
 * E-AC-3, whose headers are a part of the samples (ETSI TS 102 366, annex E): one independent
 * substream, which is all that up to 5.1 channels need.
 */
final class Eac3Stream extends SoundStream {
  private static final int HEADER_BYTES = 6;
  private static final int BLOCK_SAMPLES = 256;

  /** Those below are AC-3. */
  private static final int MIN_VERSION = 11;

  private static final int MAX_VERSION = 16;
  private static final int[] BLOCKS = {1, 2, 3, 6};

  /** Of the first packet: they may differ in length. */
  private int kilobits;

  Eac3Stream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock, HEADER_BYTES);
  }

  @Override
  Form form(byte[] bytes, int at) {
    int fields = bytes[at + 4] & 0xff;
    int rate = fields >> 6;
    int version = bytes[at + 5] >> 3 & 0x1f;
    // The first five bits say which substream it is, and of what kind.
    boolean alone = (bytes[at + 2] & 0xf8) == 0;
    boolean known =
        Packet.number(bytes, at, 2) == Ac3Stream.SYNC
            && alone
            && rate < Ac3Stream.RATES.length
            && version >= MIN_VERSION
            && version <= MAX_VERSION;
    if (!known) {
      throw unsupported("a packet of E-AC-3 of another form");
    }
    int mode = fields >> 1 & 7;
    int low = fields & 1;
    int samples = BLOCK_SAMPLES * BLOCKS[fields >> 4 & 3];
    if (kilobits == 0) {
      kilobits = (int) (8L * packetBytes(bytes, at) * Ac3Stream.RATES[rate] / samples / 1000);
    }
    // As dec3 has them (F.6): rate, version, kind of service, channels, low frequencies.
    int marks = rate << 22 | version << 17 | mode << 9 | low << 8;
    return new Form(Ac3Stream.RATES[rate], Ac3Stream.CHANNELS[mode] + low, samples, marks);
  }

  @Override
  int packetBytes(byte[] bytes, int at) {
    return 2 * ((Packet.number(bytes, at + 2, 2) & 0x7ff) + 1);
  }

  @Override
  int leftOut(byte[] bytes, int at) {
    return 0;
  }

  @Override
  byte[] description() {
    return NewDescription.eac3(form().channels(), form().rate(), kilobits, form().marks());
  }
}
