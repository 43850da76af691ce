package clipdesk.cutter.index;

import java.util.regex.Pattern;

/**
 * What a catalogue shows of a track. Its texts are safe in a path, a file name and a header,
 * whatever the master says.
 *
 * @param id {@code v1}, {@code a1}, {@code a2}, {@code s1}: kind and place among its kind
 * @param codec {@code h264}, {@code hevc}, {@code prores}, {@code aac}, {@code pcm}, or the sample
 *     entry's characters where there is no common name; {@code unknown} where they are no name
 * @param language ISO 639-2 code or BCP 47 tag as in the file, {@code und} if it has none
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

  private static final int LONGEST_TAG = 35;
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*+");

  /**
   * What a master says of a language, if it has the form of a tag (RFC 5646, 2.1, of the length of
   * 4.4.1); else {@code und}.
   */
  public static String languageTag(String said) {
    return said.length() <= LONGEST_TAG && TAG.matcher(said).matches() ? said : "und";
  }

  /** What a track carries. */
  public enum Kind {
    VIDEO,
    AUDIO,
    TEXT
  }
}
