package clipdesk.cutter;

/**
 * What a catalogue shows of a track.
 *
 * @param id {@code v1}, {@code a1}, {@code a2}, {@code s1}: kind and place among its kind
 * @param codec {@code h264}, {@code hevc}, {@code prores}, {@code aac}, {@code pcm}, or the sample
 *     entry's four characters where there is no common name
 * @param language ISO 639-2 code or BCP 47 tag as in the file, {@code und} if unknown
 * @param width pixels, 0 if not video
 * @param height pixels, 0 if not video
 * @param sampleRate per second, 0 if not audio
 * @param channels 0 if not audio
 */
public record TrackInfo(
    String id,
    Kind kind,
    String codec,
    String language,
    int width,
    int height,
    int sampleRate,
    int channels) {

  /** What a track carries. */
  public enum Kind {
    VIDEO,
    AUDIO,
    TEXT
  }
}
