package clipdesk.media.transcripts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sound whose words are wanted: that of one language in one master.
 *
 * @param masterVersion names the bytes of the master
 */
public record RecognisedSound(TranscriptKey transcript, String masterVersion) {
  private static final Pattern NAME = Pattern.compile("(.+)-([0-9a-f]{16})-([a-z]{2,3})");
  private static final Pattern PATH = Pattern.compile("([^/]+)/([0-9a-f]{16})/([a-z]{2,3})\\.json");

  public RecognisedSound {
    requireNonNull(transcript);
    requireNonNull(masterVersion);
  }

  public String videoId() {
    return transcript.videoId();
  }

  public String language() {
    return transcript.language();
  }

  /** The same for the same sound, whoever asks, and another for any other. */
  public String name() {
    return "%s-%s-%s".formatted(videoId(), masterVersion, language());
  }

  /** Where its request and its words lie, below their folders. */
  public String path() {
    return "%s/%s/%s.json".formatted(videoId(), masterVersion, language());
  }

  public static Optional<RecognisedSound> ofName(String name) {
    return read(NAME, name);
  }

  public static Optional<RecognisedSound> ofPath(String path) {
    return read(PATH, path);
  }

  private static Optional<RecognisedSound> read(Pattern form, String text) {
    var parts = form.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RecognisedSound(new TranscriptKey(parts.group(1), parts.group(3)), parts.group(2)))
        : Optional.empty();
  }
}
