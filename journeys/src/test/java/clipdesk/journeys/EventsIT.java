package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

/**
 * S3 tells of an object twice, or of one that is gone: neither is an error. A queue hands over a
 * message that is one, among others.
 */
final class EventsIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("told-twice");

  private static Person journalist;

  @BeforeAll
  static void uploadAVideo() {
    var upload = new Upload(STACK, VIDEO);
    upload.master(SyntheticMaster.SHORT.in(Path.of("target/masters")));
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");
    journalist = Person.named(STACK, "journalist", "en");
    journalist.join();
  }

  @Test
  void descriptionThatIsGoneIsNoError() {
    tell("media-ingest", "MastersBucket", "masters/" + Person.unique("gone") + "/video.json");
  }

  @Test
  void clipRequestThatIsGoneIsNoError() {
    var id = "%040x".formatted(System.nanoTime());
    tell("clips", "ClipsBucket", "clip-requests/" + id + ".json");

    assertThat(journalist.api().get("/v1/clips/" + id).status()).isEqualTo(404);
  }

  @Test
  void descriptionToldTwiceIsTheSameVideo() {
    var before = video();
    tell("media-ingest", "MastersBucket", "masters/" + VIDEO + "/video.json");

    assertThat(video().text()).isEqualTo(before.text());
    assertThat(video().header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  void clipRequestToldTwiceIsCutOnce() {
    var clips = new Clips(journalist, VIDEO);
    var id = (String) clips.request(new long[] {3, 20}).objects("clips").getFirst().get("clipId");
    var first = clips.await(id, _ -> {});
    assertThat(first.text("status")).isEqualTo("ready");
    var version = version("clips/" + id + "/clip.mp4");
    tell("clips", "ClipsBucket", "clip-requests/" + id + ".json");

    assertThat(version("clips/" + id + "/clip.mp4")).isEqualTo(version);
    assertThat(journalist.api().get("/v1/clips/" + id).expect(200).json()).isEqualTo(first.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"media-events", "newsletters-events"})
  void messageThatIsMalformedHoldsBackNoneBesideIt(String function) {
    var unknown = "{\"type\":\"account-renamed\",\"sub\":\"nobody\"}";
    var event =
        Map.of(
            "Records",
            List.of(
                Map.of("messageId", "m-0", "body", unknown),
                Map.of("messageId", "m-1", "body", "{\"type\":\"account-deleted\"}"),
                Map.of("messageId", "m-2", "body", unknown)));

    assertThat(invoke(function, Api.write(event)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
  }

  private static Answer video() {
    return Api.of(STACK).get("/v1/videos/" + VIDEO).expect(200);
  }

  private static String version(String key) {
    try (var s3 = STACK.s3()) {
      return s3.headObject(head -> head.bucket(STACK.output("ClipsBucket")).key(key)).versionId();
    }
  }

  /** Hands a function the event that S3 would, and waits for it to end well. */
  private static void tell(String function, String bucket, String key) {
    var event =
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"%s\"},\"object\":{\"key\":\"%s\"}}}]}"
            .formatted(STACK.output(bucket), key);
    invoke(function, event);
  }

  /** What a function answers to an event; it has to end well. */
  private static String invoke(String function, String event) {
    try (var lambda = STACK.lambda()) {
      var answer =
          lambda.invoke(
              invoke ->
                  invoke
                      .functionName(STACK.output("StackName") + "-" + function)
                      .qualifier("live")
                      .payload(SdkBytes.fromUtf8String(event)));
      assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
      return answer.payload().asUtf8String();
    }
  }
}
