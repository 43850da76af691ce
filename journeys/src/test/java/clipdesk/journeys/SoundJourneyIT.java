package clipdesk.journeys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Sound as broadcasters have it is listened to as it is taken in, without anybody asking. */
final class SoundJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int STEPS_PER_SECOND = 100;

  @Test
  void soundThatIsNoAacIsListenedTo(@TempDir Path files) throws IOException {
    var video = Person.unique("surround");
    var upload = new Upload(STACK, video);
    upload.master(OddMasters.withSoundOf(AV_CODEC_ID_AC3, files.resolve("master.mp4")));

    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");

    var heard = Eventually.within(SOON, "what was heard in " + video, () -> activity(video));
    var steps = (List<?>) requireNonNull(JSON.std.mapFrom(heard).get("steps"));
    assertThat((Integer) steps.getFirst())
        .isCloseTo(OddMasters.QUIET_SECONDS * STEPS_PER_SECOND, within(10));
    assertThat((Integer) steps.get(1)).isGreaterThan(2 * STEPS_PER_SECOND);
  }

  private static Optional<String> activity(String video) {
    try (var s3 = STACK.s3()) {
      var bucket = STACK.output("TranscriptsBucket");
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
