package clipdesk.cutter.mp4;

import java.math.BigInteger;
import java.util.Set;

/** Writes a {@code trak} box: what was kept of the master's, and new tables. */
final class TrackWriter {
  private static final int NORMAL_RATE = 0x10000;

  private final ClipTrack track;
  private final Movie movie;
  private final Set<Integer> keptTracks;
  private final long movieTimescale;

  /**
   * @param keptTracks numbers of the tracks that references may name
   */
  TrackWriter(ClipTrack track, Movie movie, long movieTimescale, Set<Integer> keptTracks) {
    this.track = track;
    this.movie = movie;
    this.keptTracks = keptTracks;
    this.movieTimescale = movieTimescale;
  }

  /** How long the track lasts, in the movie's timescale. */
  long movieTicks() {
    return track.shownTicks() == ClipTrack.WHOLE
        ? movieTicks(track.lengthTicks())
        : track.pieces().stream()
            .mapToLong(piece -> movieTicks(piece.gapTicks()) + movieTicks(piece.shownTicks()))
            .sum();
  }

  private long movieTicks(long ticks) {
    return BigInteger.valueOf(ticks)
        .multiply(BigInteger.valueOf(movieTimescale))
        .divide(BigInteger.valueOf(track.source().timescale()))
        .longValueExact();
  }

  void write(BoxWriter box, long base, boolean wideOffsets) {
    var source = track.source();
    int trak = box.begin("trak");
    HeaderBoxes.trackHeader(box, source.header(), movieTicks());
    edits(box);
    for (var kept : movie.metadata(source.inTrack()).kept()) {
      if (kept.type().equals("tref")) {
        references(box, kept.bytes());
      } else {
        box.raw(kept.bytes());
      }
    }
    int mdia = box.begin("mdia");
    HeaderBoxes.mediaHeader(
        box, source.timescale(), track.samples().ticks(), source.languageCode());
    source.inMedia().forEach(kept -> box.raw(kept.bytes()));
    int minf = box.begin("minf");
    source.inInformation().forEach(kept -> box.raw(kept.bytes()));
    new TableWriter(track, box).write(base, wideOffsets);
    box.end(minf);
    box.end(mdia);
    box.end(trak);
  }

  private void edits(BoxWriter box) {
    if (track.shownTicks() == ClipTrack.WHOLE) {
      return;
    }
    var pieces = track.pieces();
    long last = pieces.stream().mapToLong(ClipTrack.Shown::mediaTime).max().orElse(0);
    boolean wide = Math.max(movieTicks(), last) > Integer.MAX_VALUE;
    int edts = box.begin("edts");
    int elst = box.beginFull("elst", wide ? 1 : 0, 0);
    long gaps = pieces.stream().filter(piece -> movieTicks(piece.gapTicks()) > 0).count();
    box.u32(pieces.size() + gaps);
    for (var piece : pieces) {
      long gap = movieTicks(piece.gapTicks());
      if (gap > 0) {
        edit(box, wide, gap, -1);
      }
      edit(box, wide, movieTicks(piece.shownTicks()), piece.mediaTime());
    }
    box.end(elst);
    box.end(edts);
  }

  private static void edit(BoxWriter box, boolean wide, long movieTicks, long mediaTime) {
    box.number(wide, movieTicks);
    box.number(wide, mediaTime);
    box.u32(NORMAL_RATE);
  }

  /** {@code tref} without the tracks that are not in the clip (ISO/IEC 14496-12, 8.3.3). */
  private void references(BoxWriter box, byte[] tref) {
    var kept = new BoxWriter();
    for (int at = 8; tref.length - at >= 8; ) {
      int size = Math.clamp(Bytes.u32(tref, at), 8, tref.length - at);
      var ids = new BoxWriter();
      for (int id = at + 8; at + size - id >= 4; id += 4) {
        if (keptTracks.contains(Bytes.i32(tref, id))) {
          ids.u32(Bytes.u32(tref, id));
        }
      }
      if (ids.position() > 0) {
        kept.u32(8 + ids.position());
        kept.raw(tref, at + 4, 4);
        kept.raw(ids.toBytes());
      }
      at += size;
    }
    if (kept.position() > 0) {
      int start = box.begin("tref");
      box.raw(kept.toBytes());
      box.end(start);
    }
  }
}
