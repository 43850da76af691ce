package clipdesk.media.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MP4 files with true tables and empty samples (ISO/IEC 14496-12): enough for whoever reads the
 * index alone.
 */
final class TinyMaster {
  private static final int TIMESCALE = 25_000;
  private static final int SAMPLE_BYTES = 10;
  private static final byte[] FILE_TYPE =
      box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII), ints(0));

  private final List<byte[]> tracks = new ArrayList<>();
  private int samples;

  /** A video track of so many frames, each shown for so many 25000ths of a second. */
  TinyMaster video(int... durations) {
    var media = new byte[78]; // VisualSampleEntry up to its boxes
    ByteBuffer.wrap(media).putShort(6, (short) 1).putShort(24, (short) 64).putShort(26, (short) 36);
    var entry = box("avc1", media, box("avcC", new byte[] {1, 100, 0, 31, -1, -32, 0}));
    tracks.add(track("vide", box("vmhd", ints(1, 0, 0)), entry, durations));
    return this;
  }

  /** A sound track of so many packets. */
  TinyMaster audio(int packets) {
    var media = new byte[28]; // AudioSampleEntry up to its boxes
    ByteBuffer.wrap(media).putShort(6, (short) 1).putShort(16, (short) 2).putInt(24, 48_000 << 16);
    var durations = new int[packets];
    Arrays.fill(durations, 1024);
    tracks.add(track("soun", box("smhd", ints(0, 0)), box("mp4a", media), durations));
    return this;
  }

  byte[] bytes() {
    int moovBytes = moov(0).length;
    int data = FILE_TYPE.length + moovBytes + 8;
    return joined(FILE_TYPE, moov(data), box("mdat", new byte[samples * SAMPLE_BYTES]));
  }

  private byte[] moov(int dataOffset) {
    var header = ByteBuffer.allocate(100).putInt(12, 1000).putInt(96, tracks.size() + 1).array();
    var parts = new ArrayList<byte[]>();
    parts.add(box("mvhd", header));
    int before = 0;
    for (var track : tracks) {
      // The one chunk offset stands at the end of each track.
      var placed = track.clone();
      var buffer = ByteBuffer.wrap(placed);
      int count = buffer.getInt(placed.length - 4);
      buffer.putInt(placed.length - 4, dataOffset + before * SAMPLE_BYTES);
      before += count;
      parts.add(placed);
    }
    return box("moov", parts.toArray(byte[][]::new));
  }

  private byte[] track(String handler, byte[] mediaHeader, byte[] entry, int... durations) {
    int count = durations.length;
    samples += count;
    var times = new ByteArrayOutputStream();
    for (int duration : durations) {
      times.writeBytes(ints(1, duration));
    }
    var table =
        box(
            "stbl",
            box("stsd", ints(0, 1), entry),
            box("stts", ints(0, count), times.toByteArray()),
            box("stsc", ints(0, 1, 1, count, 1)),
            box("stsz", ints(0, SAMPLE_BYTES, count)),
            // For now the count of samples, so that the offset can be put in its place.
            box("stco", ints(0, 1, count)));
    var data = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
    var mediaTicks = Arrays.stream(durations).sum();
    var header = ByteBuffer.allocate(84).putInt(0, 7).putInt(12, tracks.size() + 1).array();
    return box(
        "trak",
        box("tkhd", header),
        box(
            "mdia",
            box("mdhd", ints(0, 0, 0, TIMESCALE, mediaTicks, 0x55c40000)),
            box("hdlr", ints(0, 0), handler.getBytes(StandardCharsets.US_ASCII), new byte[13]),
            box("minf", mediaHeader, data, table)));
  }

  private static byte[] box(String type, byte[]... parts) {
    var body = joined(parts);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(8 + body.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(body)
        .array();
  }

  private static byte[] ints(int... values) {
    var buffer = ByteBuffer.allocate(4 * values.length);
    Arrays.stream(values).forEach(buffer::putInt);
    return buffer.array();
  }

  private static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
