package clipdesk.media.transcripts;

import clipdesk.common.aws.Environment;

/** The configuration of the API function for transcripts, beside that of all of this context. */
record TranscriptsConfig(String bucket) {
  static TranscriptsConfig of(Environment environment) {
    return new TranscriptsConfig(environment.text("TRANSCRIPTS_BUCKET"));
  }
}
