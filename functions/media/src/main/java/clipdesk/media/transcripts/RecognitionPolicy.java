package clipdesk.media.transcripts;

import clipdesk.common.aws.Environment;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** When words are asked for, which costs money by the minute. */
public enum RecognitionPolicy {
  NEVER,
  /** By an editor, one transcript at a time. */
  WHEN_ASKED,
  /** And for every transcript that has a text. */
  WITH_OFFICIAL_TEXT,
  /** And for every language of every video that is taken in. */
  ALWAYS;

  /** What the recogniser calls languages that are asked for; it has no Ukrainian of any other. */
  private static final Map<String, String> LANGUAGES =
      Map.of("en", "en-GB", "fr", "fr-FR", "uk", "uk-UA");

  /** As the template's parameter says it; functions that ask for nothing are not told. */
  static RecognitionPolicy of(Environment environment) {
    return environment
        .optionalText("RECOGNITION")
        .map(it -> valueOf(it.replace('-', '_').toUpperCase(Locale.ROOT)))
        .orElse(NEVER);
  }

  /** Empty if words are not recognised in a language. */
  public static Optional<String> tag(String language) {
    return Optional.ofNullable(LANGUAGES.get(language));
  }

  boolean asksByItself(boolean hasText) {
    return this == ALWAYS || (this == WITH_OFFICIAL_TEXT && hasText);
  }
}
