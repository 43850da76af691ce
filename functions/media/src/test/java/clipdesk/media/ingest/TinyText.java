package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import clipdesk.media.ingest.TinyMaster.Samples;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A text track for a {@link TinyMaster}. */
final class TinyText {
  private static final int TICKS_PER_MS = TinyMaster.TIMESCALE / 1_000;
  private static final int FORCED = 0x8000_0000;
  private static final int FLAGS_AT = 8;

  private final String format;
  private final int language;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<Integer> durations = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private byte[] edits = {};
  private int flags;
  private int apartBytes;

  /**
   * @param language of three letters, as {@code mdhd} has it
   */
  TinyText(String format, String language) {
    this.format = format;
    this.language =
        language.chars().reduce(0, (code, letter) -> code << 5 | (letter - 0x60)) & 0x7fff;
  }

  /** Samples lie so far from each other, as where pictures lie between them. */
  TinyText apart(int bytes) {
    apartBytes = bytes;
    return this;
  }

  TinyText forced() {
    flags = FORCED;
    return this;
  }

  /** Nothing is shown at first, then the track from one of its own times on. */
  TinyText edited(int emptyMs, int ownMs) {
    int all = 3_600_000;
    var list = TinyMaster.ints(0, 2, emptyMs, -1, 1 << 16, all, ownMs * TICKS_PER_MS, 1 << 16);
    edits = TinyMaster.box("edts", TinyMaster.box("elst", list));
    return this;
  }

  TinyText sample(int ms, byte[] bytes) {
    durations.add(ms * TICKS_PER_MS);
    sizes.add(bytes.length);
    offsets.add(data.size());
    data.writeBytes(bytes);
    data.writeBytes(new byte[apartBytes]);
    return this;
  }

  /** For a while nothing is shown. */
  TinyText gap(int ms) {
    return sample(
        ms,
        switch (format) {
          case "tx3g" -> new byte[2];
          case "wvtt" -> TinyMaster.box("vtte");
          default -> new byte[0];
        });
  }

  TinyText text(int ms, String text) {
    return sample(ms, format.equals("tx3g") ? timed(text.getBytes(UTF_8)) : cues(text));
  }

  /** A text with its length in front, and a box about its looks behind. */
  static byte[] timed(byte[] text) {
    var looks = TinyMaster.box("styl", new byte[2]);
    return ByteBuffer.allocate(2 + text.length + looks.length)
        .putShort((short) text.length)
        .put(text)
        .put(looks)
        .array();
  }

  static byte[] cues(String... texts) {
    var cues = new ByteArrayOutputStream();
    for (var text : texts) {
      var number = TinyMaster.box("iden", "1".getBytes(UTF_8));
      cues.writeBytes(TinyMaster.box("vttc", number, TinyMaster.box("payl", text.getBytes(UTF_8))));
    }
    return cues.toByteArray();
  }

  int language() {
    return language;
  }

  byte[] edits() {
    return edits;
  }

  byte[] entry() {
    var fields = ByteBuffer.allocate(38).putShort(6, (short) 1).putInt(FLAGS_AT, flags).array();
    return TinyMaster.box(format, fields);
  }

  Samples samples() {
    var chunks = apartBytes > 0 ? offsets : List.of(0);
    return new Samples(ints(durations), ints(sizes), ints(chunks), data.toByteArray());
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(it -> it).toArray();
  }
}
