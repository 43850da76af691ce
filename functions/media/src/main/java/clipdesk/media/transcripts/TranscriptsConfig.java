package clipdesk.media.transcripts;

import clipdesk.common.aws.Environment;

/** Where transcripts are kept, for those functions of this context that read or write them. */
public record TranscriptsConfig(String bucket) {
  public static TranscriptsConfig of(Environment environment) {
    return new TranscriptsConfig(environment.text("TRANSCRIPTS_BUCKET"));
  }
}
