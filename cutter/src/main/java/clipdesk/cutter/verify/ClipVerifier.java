package clipdesk.cutter.verify;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Compares the header of a clip, read back, with what was planned. */
public final class ClipVerifier {
  private final byte[] header;
  private final long sizeBytes;

  /**
   * @param header everything in front of the payload
   * @param sizeBytes of the whole clip
   */
  public ClipVerifier(byte[] header, long sizeBytes) {
    this.header = header;
    this.sizeBytes = sizeBytes;
  }

  /**
   * @param tracks as planned, in the order of the clip
   * @param video the one among them that shows the frames
   * @param frameTimes when each frame is shown, counted from the first one, in the video's ticks
   * @throws VerificationFailedException if anything differs
   */
  public void verify(List<ClipTrack> tracks, ClipTrack video, long[] frameTimes)
      throws IOException {
    try {
      compare(tracks, video, frameTimes);
    } catch (MalformedMasterException | UnsupportedMasterException | ArithmeticException e) {
      throw new VerificationFailedException("The clip cannot be read: " + e.getMessage());
    }
  }

  private void compare(List<ClipTrack> tracks, ClipTrack video, long[] frameTimes)
      throws IOException {
    var movie = MovieReader.read(new CachedReader(new HeaderSource(header, sizeBytes)));
    require(
        movie.tracks().size() == tracks.size(), "the clip has %d tracks", movie.tracks().size());
    for (int i = 0; i < tracks.size(); i++) {
      verifyEdit(movie.tracks().get(i), tracks.get(i), movie.timescale());
      verifyTrack(movie.tracks().get(i), tracks.get(i));
      if (tracks.get(i).equals(video)) {
        verifyFrames(movie.tracks().get(i), frameTimes);
      }
    }
  }

  private static void verifyEdit(Track read, ClipTrack planned, long movieTimescale) {
    int number = planned.source().number();
    var edit = read.edit();
    long timescale = planned.source().timescale();
    require(read.timescale() == timescale, "track %d has another timescale", number);
    if (planned.shownTicks() == ClipTrack.WHOLE) {
      require(edit.isNone(), "track %d has an edit list", number);
      return;
    }
    var found = edit.each();
    var pieces = planned.pieces();
    require(found.size() == pieces.size(), "track %d is shown in other pieces", number);
    long end = 0;
    for (int i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      require(
          found.get(i).mediaTime() == piece.mediaTime(),
          "piece %d of track %d is shifted",
          i,
          number);
      require(
          isSameTime(
              found.get(i).emptyMovieTicks() - end, movieTimescale, piece.gapTicks(), timescale),
          "piece %d of track %d starts at another time",
          i,
          number);
      require(
          isSameTime(found.get(i).movieTicks(), movieTimescale, piece.shownTicks(), timescale),
          "piece %d of track %d is shown for another time",
          i,
          number);
      end = found.get(i).endMovieTicks();
    }
  }

  /** Whether a time, rounded down to ticks of another scale, is as planned. */
  private static boolean isSameTime(long found, long foundScale, long planned, long plannedScale) {
    var scale = BigInteger.valueOf(plannedScale);
    var lost =
        BigInteger.valueOf(planned)
            .multiply(BigInteger.valueOf(foundScale))
            .subtract(BigInteger.valueOf(found).multiply(scale));
    return lost.signum() >= 0 && lost.compareTo(scale) < 0;
  }

  private void verifyTrack(Track read, ClipTrack planned) throws IOException {
    var samples = planned.samples();
    int number = planned.source().number();
    require(read.number() == number, "track %d has another number", number);
    require(read.samples().count() == samples.count(), "track %d lost samples", number);
    require(
        Arrays.equals(read.description().box(), planned.description()),
        "track %d has another sample description",
        number);
    var window = read.samples().window(0, samples.count());
    long dts = 0;
    for (int i = 0; i < samples.count(); i++) {
      boolean same =
          window.offset(i) == header.length + samples.position(i)
              && window.size(i) == samples.size(i)
              && window.dts(i) == dts
              && window.duration(i) == samples.duration(i)
              && window.pts(i) == dts + samples.compositionOffset(i)
              && window.isSync(i) == samples.isSync(i)
              && window.description(i) == samples.description(i);
      require(same, "sample %d of track %d is not as planned", i, number);
      dts += samples.duration(i);
    }
  }

  private static void verifyFrames(Track read, long[] frameTimes) throws IOException {
    SampleWindow window = read.samples().window(0, read.samples().count());
    require(
        window.end() == frameTimes.length,
        "%d frames, planned %d",
        window.end(),
        frameTimes.length);
    var shown = new long[window.end()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = window.pts(i) - read.edit().mediaTime();
      require(i == 0 || window.dts(i) > window.dts(i - 1), "decode time %d does not rise", i);
    }
    Arrays.sort(shown);
    require(Arrays.equals(shown, frameTimes), "frames are not shown at their times");
  }

  private static void require(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new VerificationFailedException(message.formatted(values));
    }
  }
}
