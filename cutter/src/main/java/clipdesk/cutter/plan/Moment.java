package clipdesk.cutter.plan;

import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Track;
import java.math.BigInteger;

/**
 * An exact point on a movie's timeline: {@code ticks / scale} seconds. Times of tracks with
 * different timescales meet here without ever being rounded twice.
 */
record Moment(BigInteger ticks, BigInteger scale) {

  /** When a media time of a track is shown (ISO/IEC 14496-12, 8.6.6). */
  static Moment shown(long mediaTime, Track track, Movie movie) {
    var trackScale = BigInteger.valueOf(track.timescale());
    var movieScale = BigInteger.valueOf(movie.timescale());
    var sinceEdit = BigInteger.valueOf(mediaTime - track.edit().mediaTime());
    var empty = BigInteger.valueOf(track.edit().emptyMovieTicks());
    return new Moment(
        sinceEdit.multiply(movieScale).add(empty.multiply(trackScale)),
        trackScale.multiply(movieScale));
  }

  /** The media time of a track that is shown at this moment, rounded to its ticks. */
  long mediaTime(Track track, Movie movie) {
    long empty =
        roundedRatio(
            BigInteger.valueOf(track.edit().emptyMovieTicks())
                .multiply(BigInteger.valueOf(track.timescale())),
            BigInteger.valueOf(movie.timescale()));
    return in(track.timescale()) + track.edit().mediaTime() - empty;
  }

  /** In ticks of a timescale, rounded half up. */
  long in(long timescale) {
    return roundedRatio(ticks.multiply(BigInteger.valueOf(timescale)), scale);
  }

  /** In milliseconds, rounded to a thousandth. */
  double millis() {
    return in(1_000_000) / 1000.0;
  }

  private static long roundedRatio(BigInteger num, BigInteger den) {
    var doubled = num.shiftLeft(1).add(den);
    var ratio = doubled.divideAndRemainder(den.shiftLeft(1));
    boolean below = ratio[1].signum() < 0;
    return ratio[0].subtract(below ? BigInteger.ONE : BigInteger.ZERO).longValueExact();
  }
}
