package clipdesk.clips.cutting;

import clipdesk.common.aws.Environment;

/** Where masters are read and clips are written. */
record ClipsConfig(String mastersBucket, String clipsBucket) {
  static ClipsConfig of(Environment environment) {
    return new ClipsConfig(environment.text("MASTERS_BUCKET"), environment.text("CLIPS_BUCKET"));
  }
}
