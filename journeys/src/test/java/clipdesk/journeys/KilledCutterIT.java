package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A cutter that is killed at its work is missed by nobody (docs/decisions/0013). */
final class KilledCutterIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("killed");

  /** Less than a minute, after which anybody may take a silent claim over. */
  private static final Duration AT_ONCE = Duration.ofSeconds(50);

  private static FunctionProcesses cutters;
  private static Person journalist;

  @BeforeAll
  static void uploadAVideo(@TempDir Path directory) throws IOException {
    cutters = new FunctionProcesses(STACK, "clips");
    var upload = new Upload(STACK, VIDEO);
    upload.master(OddMasters.inOneGroup(directory.resolve("master.mp4")));
    var description = upload.description();
    description.remove("audio");
    assertThat(upload.describe(description)).containsEntry("result", "accepted");
    journalist = Person.named(STACK, "journalist", "en");
    journalist.join();
  }

  @Test
  void killedCutIsTakenOverAtOnceByTheSameInvocationAndPublished() {
    var clips = new Clips(journalist, VIDEO);
    var id = ask(clips, 1);
    var killed = killAtWork(id, Optional.empty());

    var next = Eventually.within(AT_ONCE, "the next try", () -> statusAfter(id, killed));

    assertThat(next.worker()).isEqualTo(killed.worker());
    assertThat(clips.await(id, _ -> {}).text("status")).isEqualTo("ready");
  }

  @Test
  void cutKilledAtEveryTryIsADeadLetterAndFailedFourMinutesAfterItsLastSignOfLife() {
    var id = ask(new Clips(journalist, VIDEO), 2);
    var first = killAtWork(id, Optional.empty());
    var second = killAtWork(id, Optional.of(first));
    var third = killAtWork(id, Optional.of(second));

    assertThat(new DeadLetters(STACK, "ClipsDeadLetters").take(id).body())
        .contains("clip-requests/" + id + ".json", "RetriesExhausted", "Runtime.ExitError");
    assertThat(read(id).text("status")).isEqualTo("cutting");

    age(id, third, Duration.ofMinutes(4));
    assertThat(read(id).json())
        .containsEntry("status", "failed")
        .containsEntry("error", Map.of("code", "stalled", "retryable", true));
  }

  /** All but a frame: it has to be encoded whole. */
  private static String ask(Clips clips, long in) {
    var asked = clips.request(new long[] {in, OddMasters.GROUP_FRAMES}).expect(202);
    return (String) asked.objects("clips").getFirst().get("clipId");
  }

  /**
   * Kills the cutter once it has said, in its first status or one after another's, that it works.
   *
   * @return its last status
   */
  private static Status killAtWork(String id, Optional<Status> before) {
    try (var s3 = STACK.s3()) {
      long deadline = System.nanoTime() + AT_ONCE.toNanos();
      // Without a pause: a cut may last for a second only.
      while (status(s3, id).equals(before)) {
        assertThat(System.nanoTime()).as("a try within its time").isLessThan(deadline);
      }
      assertThat(cutters.kill()).as("cutters").isPositive();
      assertThat(exists(s3, "clips/" + id + "/report.json")).as("published before").isFalse();
      return status(s3, id).orElseThrow();
    }
  }

  private static Answer read(String id) {
    return journalist.api().get("/v1/clips/" + id).expect(200);
  }

  private static Optional<Status> statusAfter(String id, Status before) {
    try (var s3 = STACK.s3()) {
      return status(s3, id).filter(it -> !it.equals(before));
    }
  }

  /** What stands in the status, whoever wrote it. */
  private record Status(String tag, Map<String, Object> members) {
    String worker() {
      return (String) members.get("worker");
    }
  }

  private static Optional<Status> status(S3Client s3, String id) {
    try {
      var object = s3.getObjectAsBytes(get -> get.bucket(bucket()).key(key(id)));
      var members = JSON.std.mapFrom(object.asUtf8String());
      return Optional.of(new Status(object.response().eTag(), members));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it will be after a while: nobody writes it any more. */
  private static void age(String id, Status last, Duration by) {
    var aged = new LinkedHashMap<>(last.members());
    aged.put("updatedAt", Instant.parse((String) aged.get("updatedAt")).minus(by).toString());
    try (var s3 = STACK.s3()) {
      s3.putObject(
          put -> put.bucket(bucket()).key(key(id)).ifMatch(last.tag()),
          RequestBody.fromString(Api.write(aged)));
    }
  }

  private static boolean exists(S3Client s3, String key) {
    return !s3.listObjectsV2(list -> list.bucket(bucket()).prefix(key)).contents().isEmpty();
  }

  private static String bucket() {
    return STACK.output("ClipsBucket");
  }

  private static String key(String id) {
    return "clips/" + id + "/status.json";
  }
}
