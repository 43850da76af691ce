package clipdesk.cutter.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes everything of a clip that lies in front of its payload: ftyp, moov, mdat header. */
public final class MovieWriter {
  /** The mdat header always has its 64-bit size, so that the length in front never changes. */
  private static final int MDAT_HEADER_BYTES = 16;

  /** Room for the boxes in front of the payload when offsets are chosen as 32 bits. */
  private static final long HEADER_ROOM_BYTES = 64L << 20;

  private final Movie movie;
  private final List<ClipTrack> tracks;
  private final long timescale;

  public MovieWriter(Movie movie, List<ClipTrack> tracks) {
    this.movie = movie;
    this.tracks = List.copyOf(tracks);
    this.timescale = commonTimescale(tracks);
  }

  /** Edits and durations are exact if every track's tick is a whole number of the movie's. */
  private static long commonTimescale(List<ClipTrack> tracks) {
    long common = 1;
    for (var track : tracks) {
      long scale = track.source().timescale();
      long multiple = common / gcd(common, scale) * scale;
      if (multiple <= Integer.MAX_VALUE) {
        common = multiple;
      }
    }
    return common;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /**
   * @param payloadBytes what follows, in which all samples have their places
   */
  public byte[] write(long payloadBytes) {
    boolean wideOffsets = payloadBytes + HEADER_ROOM_BYTES > 0xffffffffL;
    long base = (long) movie.fileType().length + moov(0, wideOffsets).length + MDAT_HEADER_BYTES;
    byte[] moov = moov(base, wideOffsets);
    if (movie.fileType().length + moov.length + MDAT_HEADER_BYTES != base) {
      throw new IllegalStateException("The moov changed its length with its offsets");
    }
    var box = new BoxWriter();
    box.raw(movie.fileType());
    box.raw(moov);
    box.u32(1);
    box.text("mdat");
    box.u64(payloadBytes + MDAT_HEADER_BYTES);
    return box.toBytes();
  }

  private byte[] moov(long base, boolean wideOffsets) {
    var box = new BoxWriter();
    int moov = box.begin("moov");
    List<TrackWriter> writers = new ArrayList<>();
    long duration = 0;
    Set<Integer> numbers = new TreeSet<>();
    tracks.forEach(track -> numbers.add(track.source().number()));
    for (var track : tracks) {
      var writer = new TrackWriter(track, movie, timescale, numbers);
      writers.add(writer);
      duration = Math.max(duration, writer.movieTicks());
    }
    HeaderBoxes.movieHeader(box, movie.header(), timescale, duration);
    for (var writer : writers) {
      writer.write(box, base, wideOffsets);
    }
    movie.metadata(movie.kept()).kept().forEach(kept -> box.raw(kept.bytes()));
    box.end(moov);
    return box.toBytes();
  }
}
