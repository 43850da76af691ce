package clipdesk.cutter.transport;

import clipdesk.cutter.mp4.NewDescription;

/** AC-3, whose headers are a part of the samples (ETSI TS 102 366, 4.3 and 4.4). */
final class Ac3Stream extends SoundStream {
  private static final int HEADER_BYTES = 8;
  static final int SYNC = 0x0b77;
  private static final int SAMPLES = 1536;

  /** Those above are of half the rate, or E-AC-3. */
  private static final int MAX_VERSION = 8;

  static final int[] RATES = {48_000, 44_100, 32_000};

  /** Of each {@code acmod}, without low frequencies. */
  static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};

  private static final int[] KILOBITS = {
    32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640
  };

  Ac3Stream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock, HEADER_BYTES);
  }

  @Override
  Form form(byte[] bytes, int at) {
    int size = bytes[at + 4] & 0x3f;
    int rate = bytes[at + 4] >> 6 & 3;
    int version = bytes[at + 5] >> 3 & 0x1f;
    boolean known =
        Packet.number(bytes, at, 2) == SYNC
            && rate < RATES.length
            && size < 2 * KILOBITS.length
            && version <= MAX_VERSION;
    if (!known) {
      throw unsupported("a packet of AC-3 of another form");
    }
    int mode = bytes[at + 6] >> 5 & 7;
    int low = lowFrequencies(bytes, at);
    // As dac3 has them (F.4): rate, version, stream mode, channels, low frequencies, bit rate.
    int marks =
        rate << 22 | (bytes[at + 5] & 0xff) << 14 | mode << 11 | low << 10 | (size >> 1) << 5;
    return new Form(RATES[rate], CHANNELS[mode] + low, SAMPLES, marks);
  }

  /** {@code lfeon}, behind up to three levels of the mix that the mode has. */
  private static int lowFrequencies(byte[] bytes, int at) {
    int mode = bytes[at + 6] >> 5 & 7;
    int bit = 3;
    if ((mode & 1) != 0 && mode != 1) {
      bit += 2;
    }
    if ((mode & 4) != 0) {
      bit += 2;
    }
    if (mode == 2) {
      bit += 2;
    }
    return Packet.number(bytes, at + 6, 2) >> (15 - bit) & 1;
  }

  @Override
  int packetBytes(byte[] bytes, int at) {
    int size = bytes[at + 4] & 0x3f;
    int rate = RATES[bytes[at + 4] >> 6 & 3];
    int words = KILOBITS[size >> 1] * 1000 / 16 * SAMPLES / rate;
    return 2 * (words + (rate == 44_100 ? size & 1 : 0));
  }

  @Override
  int leftOut(byte[] bytes, int at) {
    return 0;
  }

  @Override
  byte[] description() {
    return NewDescription.ac3(form().channels(), form().rate(), form().marks());
  }
}
