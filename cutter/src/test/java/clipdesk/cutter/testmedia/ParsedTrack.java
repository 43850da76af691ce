package clipdesk.cutter.testmedia;

import java.util.Comparator;
import java.util.List;
import java.util.zip.Adler32;

/**
 * A picture or sound track as a reader that is not ours sees it.
 *
 * @param firstShown media time of the last edit, 0 if there is none
 * @param gap whether an edit shows nothing first
 * @param samples in the order of the file's tables; one for all of an uncompressed track
 */
public record ParsedTrack(
    String handler, long timescale, long firstShown, boolean gap, List<ParsedSample> samples) {

  /**
   * @param pts composition time before edits, in ticks of the track
   * @param checksum Adler-32 of its bytes as FFmpeg lists it
   */
  public record ParsedSample(long pts, int size, boolean sync, long checksum) {
    private static final long ADLER_MODULUS = 65_521;

    static ParsedSample of(long pts, boolean sync, byte[] bytes) {
      return new ParsedSample(pts, bytes.length, sync, adler(bytes));
    }

    /** FFmpeg's sums start with 0, those of zlib with 1. */
    private static long adler(byte[] bytes) {
      var checksum = new Adler32();
      checksum.update(bytes);
      long low = (checksum.getValue() & 0xffff) - 1;
      long high = (checksum.getValue() >>> 16) - bytes.length;
      return Math.floorMod(high, ADLER_MODULUS) << 16 | Math.floorMod(low, ADLER_MODULUS);
    }
  }

  public boolean isVideo() {
    return handler.equals("vide");
  }

  /** What a player shows, in order of presentation. */
  public List<ParsedSample> shown() {
    return samples.stream()
        .filter(sample -> sample.pts() >= firstShown)
        .sorted(Comparator.comparingLong(ParsedSample::pts))
        .toList();
  }
}
