package clipdesk.journeys;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is heard in the sound of a video that was taken in. Words that were brought before are laid
 * anew then, as a revision of its own: who counts revisions waits for it first.
 */
final class Listening {
  private static final Duration SOON = Duration.ofSeconds(60);

  private Listening() {}

  /** Waits for the activity of its first sound, as JSON. */
  static String awaited(Stack stack, String video) {
    return Eventually.within(SOON, "what was heard in " + video, () -> activity(stack, video));
  }

  private static Optional<String> activity(Stack stack, String video) {
    try (var s3 = stack.s3()) {
      var bucket = stack.output("TranscriptsBucket");
      return s3
          .listObjectsV2(list -> list.bucket(bucket).prefix("activity/" + video + "/"))
          .contents()
          .stream()
          .map(found -> text(s3, bucket, found))
          .findFirst();
    }
  }

  private static String text(S3Client s3, String bucket, S3Object found) {
    return s3.getObjectAsBytes(get -> get.bucket(bucket).key(found.key())).asUtf8String();
  }
}
