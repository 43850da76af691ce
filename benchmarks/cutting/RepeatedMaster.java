import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.Mp4Index;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Track;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A long master that takes no space: the samples of a short one, over and over. It has no index of
 * its own, only the one beside it.
 */
final class RepeatedMaster implements ByteSource {
  private final ByteSource once;
  private final SampleIndex onceIndex;
  private final int times;
  private final long start;
  private final long length;

  RepeatedMaster(ByteSource once, int times) throws IOException {
    this.once = once;
    this.onceIndex = MasterIndexReader.read(once);
    this.times = times;
    long from = Long.MAX_VALUE;
    long to = 0;
    for (var track : onceIndex.movie().tracks()) {
      var all = track.samples().window(0, track.samples().count());
      for (int i = 0; i < all.end(); i++) {
        from = Math.min(from, all.offset(i));
        to = Math.max(to, all.endOffset(i));
      }
    }
    start = from;
    length = to - from;
  }

  /** The index of the whole, as the ingest would have made it. */
  MasterIndex index() throws IOException {
    var movie = onceIndex.movie();
    var tracks = movie.tracks().stream().map(this::repeated).toList();
    return Mp4Index.of(
        new Movie(movie.fileType(), movie.header(), movie.timescale(), tracks, movie.kept()),
        new CachedReader(this));
  }

  private Track repeated(Track track) {
    return new Track(
        track.number(),
        track.kind(),
        track.timescale(),
        track.header(),
        track.languageCode(),
        new Edit(track.edit().emptyMovieTicks(), track.edit().mediaTime(), 0),
        track.description(),
        track.inTrack(),
        track.inMedia(),
        track.inInformation(),
        track.pcmFrameBytes(),
        track.uniformBytes(),
        new RepeatedTables(track.samples(), times, length));
  }

  @Override
  public long sizeBytes() {
    return start + times * length;
  }

  @Override
  public String identity() {
    return "repeated-" + sizeBytes();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      long inOnce = at < start ? at : start + (at - start) % length;
      long end = at < start ? start : start + length;
      int count = (int) Math.min(into.remaining(), end - inOnce);
      once.read(inOnce, into.slice(into.position(), count));
      into.position(into.position() + count);
      at += count;
    }
  }

  @Override
  public void close() throws IOException {
    once.close();
  }
}
