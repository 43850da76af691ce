package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a {@code traf} box (ISO/IEC 14496-12, 8.8.6 to 8.8.8 and 8.8.12): what one fragment adds to
 * one track.
 */
final class TrackFragment {
  private static final int HAS_BASE_OFFSET = 0x1;
  private static final int HAS_DESCRIPTION = 0x2;
  private static final int HAS_DURATION = 0x8;
  private static final int HAS_SIZE = 0x10;
  private static final int HAS_FLAGS = 0x20;
  private static final int BASE_IS_FRAGMENT = 0x20000;

  private static final int RUN_HAS_OFFSET = 0x1;
  private static final int RUN_HAS_FIRST_FLAGS = 0x4;
  private static final int RUN_HAS_DURATIONS = 0x100;
  private static final int RUN_HAS_SIZES = 0x200;
  private static final int RUN_HAS_FLAGS = 0x400;
  private static final int RUN_HAS_COMPOSITION_OFFSETS = 0x800;

  private static final int IS_NOT_SYNC = 0x10000;

  /** A run without a byte for each sample may declare any number of them. */
  private static final int MAX_UNLISTED_SAMPLES = 65_536;

  private final Box traf;
  private final int number;
  private final Defaults defaults;
  private final long base;

  /**
   * What holds for samples that do not say it themselves ({@code trex}, 8.8.3).
   *
   * @param description sample description, from 1
   */
  record Defaults(int description, long duration, long size, long flags) {
    static Defaults of(Box trex) throws IOException {
      return new Defaults((int) trex.u32(8), trex.u32(12), trex.u32(16), trex.u32(20));
    }
  }

  private TrackFragment(Box traf, int number, Defaults defaults, long base) {
    this.traf = traf;
    this.number = number;
    this.defaults = defaults;
    this.base = base;
  }

  /** Finds the defaults of a track by its number. */
  interface Tracks {
    Defaults defaults(int number);
  }

  /**
   * @param fragment position of its {@code moof}
   * @param previousEnd where the data of the track before it in this fragment ended
   */
  static TrackFragment read(Box traf, long fragment, long previousEnd, Tracks tracks)
      throws IOException {
    var tfhd = traf.required("tfhd");
    long flags = tfhd.u32(0) & 0xffffff;
    int number = (int) tfhd.u32(4);
    var known = tracks.defaults(number);
    long at = 8;
    long base = (flags & BASE_IS_FRAGMENT) != 0 ? fragment : previousEnd;
    if ((flags & HAS_BASE_OFFSET) != 0) {
      base = tfhd.i64(at);
      at += 8;
    }
    long description = known.description;
    if ((flags & HAS_DESCRIPTION) != 0) {
      description = tfhd.u32(at);
      at += 4;
    }
    long duration = known.duration;
    if ((flags & HAS_DURATION) != 0) {
      duration = tfhd.u32(at);
      at += 4;
    }
    long size = known.size;
    if ((flags & HAS_SIZE) != 0) {
      size = tfhd.u32(at);
      at += 4;
    }
    long sampleFlags = (flags & HAS_FLAGS) != 0 ? tfhd.u32(at) : known.flags;
    requireClear(traf);
    var own = new Defaults((int) description, duration, size, sampleFlags);
    return new TrackFragment(traf, number, own, base);
  }

  /** Encrypted samples come with their vectors (ISO/IEC 23001-7, 7.1 and 7.2). */
  private static void requireClear(Box traf) throws IOException {
    for (var box : traf.children()) {
      boolean keys =
          box.type().equals("sgpd")
              && box.bodyBytes() >= 8
              && new String(box.body(4, 4), StandardCharsets.ISO_8859_1).equals("seig");
      if (keys || box.type().equals("senc") || box.type().equals("saiz")) {
        throw new UnsupportedMasterException(FallbackReason.ENCRYPTED, box.path());
      }
    }
  }

  int number() {
    return number;
  }

  /** When its first sample is decoded, where the fragment says so. */
  Optional<Long> startTicks() throws IOException {
    var tfdt = traf.child("tfdt");
    if (tfdt.isEmpty()) {
      return Optional.empty();
    }
    boolean wide = tfdt.get().u8(0) == 1;
    return Optional.of(wide ? tfdt.get().i64(4) : tfdt.get().u32(4));
  }

  interface Rows {
    void add(ListedSamples.Row row);
  }

  /** Gives the samples of all runs and tells where their data ends. */
  long samples(Rows rows) throws IOException {
    long position = base;
    for (var box : traf.children()) {
      if (box.type().equals("trun")) {
        position = run(box, position, rows);
      }
    }
    return position;
  }

  private long run(Box trun, long behindLast, Rows rows) throws IOException {
    long flags = trun.u32(0) & 0xffffff;
    boolean signed = trun.u8(0) == 1;
    long count = trun.u32(4);
    long at = 8;
    long position = behindLast;
    if ((flags & RUN_HAS_OFFSET) != 0) {
      position = Math.addExact(base, (int) trun.u32(at));
      at += 4;
    }
    boolean hasFirstFlags = (flags & RUN_HAS_FIRST_FLAGS) != 0;
    long firstFlags = hasFirstFlags ? trun.u32(at) : 0;
    at += hasFirstFlags ? 4 : 0;
    int width = 4 * Long.bitCount(flags & 0xf00);
    long room = trun.bodyBytes() - at;
    if (count > Integer.MAX_VALUE || count * width > room) {
      throw trun.malformed("%d samples of %d bytes in %d".formatted(count, width, room));
    }
    if (width == 0 && count > MAX_UNLISTED_SAMPLES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE, "a run of %d samples".formatted(count));
    }
    if ((flags & RUN_HAS_SIZES) == 0 && defaults.size == 0 && count > 0) {
      throw trun.malformed("%d samples without a byte".formatted(count));
    }
    byte[] fields = trun.body(at, (int) count * width);
    int field = 0;
    for (int i = 0; i < count; i++) {
      long duration = defaults.duration;
      long size = defaults.size;
      long sampleFlags = i == 0 && hasFirstFlags ? firstFlags : defaults.flags;
      long composition = 0;
      if ((flags & RUN_HAS_DURATIONS) != 0) {
        duration = Bytes.u32(fields, field);
        field += 4;
      }
      if ((flags & RUN_HAS_SIZES) != 0) {
        size = Bytes.u32(fields, field);
        field += 4;
      }
      if ((flags & RUN_HAS_FLAGS) != 0) {
        sampleFlags = i == 0 && hasFirstFlags ? firstFlags : Bytes.u32(fields, field);
        field += 4;
      }
      if ((flags & RUN_HAS_COMPOSITION_OFFSETS) != 0) {
        composition = signed ? Bytes.i32(fields, field) : Bytes.u32(fields, field);
        field += 4;
      }
      if (duration > Integer.MAX_VALUE || size > Integer.MAX_VALUE || position < 0) {
        throw trun.malformed(
            "sample %d lasts %d, has %d bytes at %d".formatted(i, duration, size, position));
      }
      rows.add(
          new ListedSamples.Row(
              position,
              (int) size,
              (int) duration,
              Math.toIntExact(composition),
              (sampleFlags & IS_NOT_SYNC) == 0,
              defaults.description));
      position += size;
    }
    return position;
  }
}
