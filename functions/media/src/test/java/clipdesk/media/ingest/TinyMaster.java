package clipdesk.media.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MP4 files with true tables and empty pictures and sounds (ISO/IEC 14496-12): enough for whoever
 * reads the index and texts alone.
 */
final class TinyMaster {
  static final int TIMESCALE = 25_000;
  private static final int UNDETERMINED = 0x55c4;
  private static final int SAMPLE_BYTES = 10;
  private static final byte[] FILE_TYPE =
      box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII), ints(0));

  private final List<Laid> tracks = new ArrayList<>();
  private byte[] references = {};

  /**
   * Samples of a track.
   *
   * @param chunks where each begins in the data: all samples are in one, or each is in its own
   */
  record Samples(int[] durations, int[] sizes, int[] chunks, byte[] data) {
    /** Empty ones, one behind the other. */
    static Samples empty(int... durations) {
      var sizes = new int[durations.length];
      Arrays.fill(sizes, SAMPLE_BYTES);
      return new Samples(
          durations, sizes, new int[] {0}, new byte[SAMPLE_BYTES * durations.length]);
    }
  }

  /** A track whose last box holds the offsets of its chunks, counted from its first byte. */
  private record Laid(byte[] trak, Samples samples) {}

  /** The next track names this one as that of its chapters. */
  TinyMaster chaptersIn(int track) {
    references = box("tref", box("chap", ints(track)));
    return this;
  }

  /** A video track of so many frames, each shown for so many 25000ths of a second. */
  TinyMaster video(int... durations) {
    var media = new byte[78]; // VisualSampleEntry up to its boxes
    ByteBuffer.wrap(media).putShort(6, (short) 1).putShort(24, (short) 64).putShort(26, (short) 36);
    var entry = box("avc1", media, box("avcC", new byte[] {1, 100, 0, 31, -1, -32, 0}));
    var samples = Samples.empty(durations);
    return track("vide", UNDETERMINED, new byte[0], box("vmhd", ints(1, 0, 0)), entry, samples);
  }

  /** A sound track of so many packets. */
  TinyMaster audio(int packets) {
    var media = new byte[28]; // AudioSampleEntry up to its boxes
    ByteBuffer.wrap(media).putShort(6, (short) 1).putShort(16, (short) 2).putInt(24, 48_000 << 16);
    var durations = new int[packets];
    Arrays.fill(durations, 1024);
    var entry = box("mp4a", media);
    var samples = Samples.empty(durations);
    return track("soun", UNDETERMINED, new byte[0], box("smhd", ints(0, 0)), entry, samples);
  }

  /** A track of texts. */
  TinyMaster text(TinyText text) {
    return track(
        "text", text.language(), text.edits(), box("nmhd", ints(0)), text.entry(), text.samples());
  }

  byte[] bytes() {
    int moovBytes = moov(0).length;
    int data = FILE_TYPE.length + moovBytes + 8;
    var media = tracks.stream().map(it -> it.samples().data()).toArray(byte[][]::new);
    return joined(FILE_TYPE, moov(data), box("mdat", media));
  }

  private byte[] moov(int dataOffset) {
    var header = ByteBuffer.allocate(100).putInt(12, 1000).putInt(96, tracks.size() + 1).array();
    var parts = new ArrayList<byte[]>();
    parts.add(box("mvhd", header));
    int base = dataOffset;
    for (var track : tracks) {
      var placed = track.trak().clone();
      var buffer = ByteBuffer.wrap(placed);
      int chunks = track.samples().chunks().length;
      for (int at = placed.length - 4 * chunks; at < placed.length; at += 4) {
        buffer.putInt(at, buffer.getInt(at) + base);
      }
      base += track.samples().data().length;
      parts.add(placed);
    }
    return box("moov", parts.toArray(byte[][]::new));
  }

  private TinyMaster track(
      String handler,
      int language,
      byte[] edits,
      byte[] mediaHeader,
      byte[] entry,
      Samples samples) {
    int count = samples.durations().length;
    var runs = runs(samples.durations());
    int chunks = samples.chunks().length;
    var table =
        box(
            "stbl",
            box("stsd", ints(0, 1), entry),
            box("stts", ints(0, runs.length / 2), ints(runs)),
            box("stsc", ints(0, 1, 1, chunks == 1 ? count : 1, 1)),
            box("stsz", ints(0, 0, count), ints(samples.sizes())),
            box("stco", ints(0, chunks), ints(samples.chunks())));
    var data = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
    var mediaTicks = Arrays.stream(samples.durations()).sum();
    var header = ByteBuffer.allocate(84).putInt(0, 7).putInt(12, tracks.size() + 1).array();
    var trak =
        box(
            "trak",
            box("tkhd", header),
            references,
            edits,
            box(
                "mdia",
                box("mdhd", ints(0, 0, 0, TIMESCALE, mediaTicks, language << 16)),
                box("hdlr", ints(0, 0), handler.getBytes(StandardCharsets.US_ASCII), new byte[13]),
                box("minf", mediaHeader, data, table)));
    references = new byte[0];
    tracks.add(new Laid(trak, samples));
    return this;
  }

  /** How many samples last how long, as pairs. */
  private static int[] runs(int... durations) {
    var runs = IntStream.builder();
    for (int from = 0, i = 1; i <= durations.length; i++) {
      if (i == durations.length || durations[i] != durations[from]) {
        runs.add(i - from).add(durations[from]);
        from = i;
      }
    }
    return runs.build().toArray();
  }

  static byte[] box(String type, byte[]... parts) {
    var body = joined(parts);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(8 + body.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(body)
        .array();
  }

  static byte[] ints(int... values) {
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
