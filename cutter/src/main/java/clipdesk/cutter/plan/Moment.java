package clipdesk.cutter.plan;

import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Track;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact point on a movie's timeline: {@code ticks / scale} seconds. Times of tracks with
 * different timescales meet here without ever being rounded twice.
 */
public record Moment(BigInteger ticks, BigInteger scale) {
  private static final int DIGITS = 24;

  /** So many ticks of which {@code scale} make a second. */
  public static Moment of(long ticks, long scale) {
    return new Moment(BigInteger.valueOf(ticks), BigInteger.valueOf(scale));
  }

  /** When a media time of a track is shown (ISO/IEC 14496-12, 8.6.6). */
  public static Moment shown(long mediaTime, Track track, Movie movie) {
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

  Moment plus(Moment other) {
    return new Moment(
        ticks.multiply(other.scale).add(other.ticks.multiply(scale)), scale.multiply(other.scale));
  }

  public Moment minus(Moment other) {
    return plus(new Moment(other.ticks.negate(), other.scale));
  }

  Moment minusHalf(Moment other) {
    return minus(other.dividedBy(2));
  }

  Moment dividedBy(long divisor) {
    return new Moment(ticks, scale.multiply(BigInteger.valueOf(divisor)));
  }

  /** How often a span fits into this one, rounded down. */
  long floorDiv(Moment span) {
    var ratio = ticks.multiply(span.scale).divideAndRemainder(scale.multiply(span.ticks));
    boolean below = ratio[1].signum() < 0;
    return ratio[0].subtract(below ? BigInteger.ONE : BigInteger.ZERO).longValueExact();
  }

  Moment orLater(Moment other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Moment orEarlier(Moment other) {
    return compareTo(other) <= 0 ? this : other;
  }

  int compareTo(Moment other) {
    return ticks.multiply(other.scale).compareTo(other.ticks.multiply(scale));
  }

  int compareTo(BigDecimal seconds) {
    return new BigDecimal(ticks).compareTo(seconds.multiply(new BigDecimal(scale)));
  }

  /** In seconds, to more digits than any clock has. */
  BigDecimal seconds() {
    return new BigDecimal(ticks).divide(new BigDecimal(scale), DIGITS, RoundingMode.HALF_UP);
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
