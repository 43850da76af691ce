package clipdesk.cutter.transport;

import clipdesk.cutter.h264.BitReader;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An {@code AudioMuxElement} of LATM that holds one packet of AAC (ISO/IEC 14496-3, 1.7.3). The
 * packet begins at any bit of it.
 *
 * @param config the first 16 bits of {@code AudioSpecificConfig}; empty if it is the one before
 * @param firstBit of the packet, in the bytes from which this was read
 * @param bytes of the packet
 */
record LatmElement(Optional<Integer> config, int firstBit, int bytes) {
  /** Version 0, all streams in step, one packet of one layer of one programme. */
  private static final int PLAIN_MUX = 0x2000;

  private static final int PLAIN_MUX_BITS = 15;
  private static final int CONFIG_BITS = 16;
  private static final int LOW_COMPLEXITY = 2;
  private static final int LENGTH_GOES_ON = 255;

  /**
   * @param stream holds the element from one place to another
   */
  static LatmElement of(byte[] stream, int from, int to) {
    var bits = new BitReader(stream, to);
    bits.seek(8 * from);
    boolean sameConfig = bits.flag();
    var config = sameConfig ? Optional.<Integer>empty() : Optional.of(config(bits));
    int bytes = 0;
    int more = LENGTH_GOES_ON;
    while (more == LENGTH_GOES_ON) {
      more = bits.bits(8);
      bytes += more;
    }
    if (bytes == 0 || bits.position() + 8 * bytes > 8 * to) {
      throw SoundStream.unsupported("a packet of LATM that does not hold what it says");
    }
    return new LatmElement(config, bits.position(), bytes);
  }

  /** What of {@code StreamMuxConfig} the packets need; all of it is stepped over. */
  private static int config(BitReader bits) {
    boolean plain = bits.bits(PLAIN_MUX_BITS) == PLAIN_MUX;
    int config = bits.bits(CONFIG_BITS);
    // Three flags, each of which would bring more into the configuration.
    boolean endsHere = config >> 11 == LOW_COMPLEXITY && (config & 7) == 0;
    int frameLengthType = bits.bits(3);
    if (!plain || !endsHere || frameLengthType != 0) {
      throw SoundStream.unsupported("LATM of another form");
    }
    bits.bits(8); // how full a buffer is
    if (bits.flag()) {
      stepOverLengthOfOtherData(bits);
    }
    if (bits.flag()) {
      bits.bits(8); // a checksum of these bits
    }
    return config;
  }

  private static void stepOverLengthOfOtherData(BitReader bits) {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = bits.flag();
      bits.bits(8);
    }
  }

  /**
   * Writes the packet.
   *
   * @param stream from which this was read
   */
  void write(byte[] stream, ByteBuffer into) {
    int first = firstBit >> 3;
    int shift = firstBit & 7;
    if (shift == 0) {
      into.put(stream, first, bytes);
      return;
    }
    for (int i = first; i < first + bytes; i++) {
      into.put((byte) (stream[i] << shift | (stream[i + 1] & 0xff) >> (8 - shift)));
    }
  }
}
