package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A Matroska file of pictures without sound (RFC 9559), 25 a second, empty ones: enough for whoever
 * lists its blocks.
 */
final class TinyMatroska {
  static final byte[] EBML = element(0x1A45DFA3, element(0x4282, "matroska".getBytes(US_ASCII)));

  private static final int RATE = 25;
  private static final int PICTURE_BYTES = 10;
  private static final byte KEY = (byte) 0x80;

  private TinyMatroska() {}

  static byte[] of(int frames) {
    var pixels = joined(element(0xB0, new byte[] {64}), element(0xBA, new byte[] {36}));
    var track =
        element(
            0xAE,
            joined(
                element(0xD7, new byte[] {1}),
                element(0x83, new byte[] {1}),
                element(0x86, "V_MPEG4/ISO/AVC".getBytes(US_ASCII)),
                element(0x63A2, new byte[] {1, 100, 0, 31, -1, -32, 0}),
                element(0xE0, pixels)));
    var segment = new ByteArrayOutputStream();
    segment.writeBytes(element(0x1654AE6B, track));
    for (int first = 0; first < frames; first += RATE) {
      segment.writeBytes(cluster(first / RATE, Math.min(RATE, frames - first)));
    }
    return joined(EBML, element(0x18538067, segment.toByteArray()));
  }

  private static byte[] cluster(int second, int frames) {
    var cluster = new ByteArrayOutputStream();
    cluster.writeBytes(element(0xE7, ByteBuffer.allocate(4).putInt(second * 1000).array()));
    for (int i = 0; i < frames; i++) {
      var block = ByteBuffer.allocate(4 + PICTURE_BYTES);
      block.put((byte) 0x81).putShort((short) (i * 1000 / RATE)).put(KEY);
      cluster.writeBytes(element(0xA3, block.array()));
    }
    return element(0x1F43B675, cluster.toByteArray());
  }

  private static byte[] element(int id, byte[] body) {
    int idBytes = Integer.BYTES - Integer.numberOfLeadingZeros(id) / Byte.SIZE;
    var id4 = ByteBuffer.allocate(Integer.BYTES).putInt(id).array();
    return ByteBuffer.allocate(idBytes + Long.BYTES + body.length)
        .put(id4, Integer.BYTES - idBytes, idBytes)
        .putLong(1L << 56 | body.length)
        .put(body)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
