package clipdesk.media.transcripts;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Whose words, in which language: a video has a transcript for each.
 *
 * @param language a primary subtag of BCP 47
 */
public record TranscriptKey(String videoId, String language) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  public TranscriptKey {
    requireNonNull(videoId);
    requireNonNull(language);
  }

  public static boolean isLanguage(String text) {
    return LANGUAGE.matcher(text).matches();
  }
}
