package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacv.FrameRecorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators upload by mistake, and what is refused of what they upload right. */
final class UploadsIT {
  private static final Stack STACK = Stack.deployed();
  private static final Api ANONYMOUS = Api.of(STACK);
  private static final Path MASTERS = Path.of("target/masters");

  /** The longest clip of the template's parameter ClipMaxMs, and a minute. */
  private static final Duration TOO_LONG = Duration.ofMinutes(61);

  private static Path master;
  private static Person journalist;

  @TempDir private Path files;

  @BeforeAll
  static void makeAMaster() {
    master = SyntheticMaster.SHORT.in(MASTERS);
    journalist = Person.named(STACK, "journalist", "en");
    journalist.join();
  }

  @Test
  void badDescriptionsAreRefusedAndLeaveTheCatalogueAsItWas() {
    var videoId = Person.unique("described");
    var upload = new Upload(STACK, videoId);
    upload.master(master);
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");
    var before = ANONYMOUS.get("/v1/videos/" + videoId).expect(200).text();

    assertThat(codes(upload.describe("{\"videoId\":"))).containsExactly("not-json");
    var missing = new LinkedHashMap<>(upload.description());
    missing.put("master", Map.of("file", "no-such.mp4"));
    assertThat(codes(upload.describe(missing))).contains("no-such-file");
    var oneLanguage = new LinkedHashMap<>(upload.description());
    oneLanguage.put("title", Map.of("en", "Only English"));
    assertThat(codes(upload.describe(oneLanguage))).contains("missing");

    assertThat(ANONYMOUS.get("/v1/videos/" + videoId).expect(200).text()).isEqualTo(before);
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");
  }

  @Test
  void masterThatIsNoVideoIsRefused() throws IOException {
    var text = Files.writeString(files.resolve("text.mp4"), "This is not a video.");

    assertThat(codes(ingest(text))).isNotEmpty();
  }

  @Test
  void truncatedMasterIsRefused() throws IOException {
    var truncated = files.resolve("truncated.mp4");
    Files.write(truncated, Arrays.copyOf(Files.readAllBytes(master), 200_000));

    assertThat(codes(ingest(truncated))).isNotEmpty();
  }

  @Test
  void masterWithoutVideoIsRefused() throws FrameRecorder.Exception {
    var sound = OddMasters.withoutVideo(files.resolve("sound.mp4"));

    assertThat(codes(ingest(sound))).contains("no-video");
  }

  @Test
  void masterWithoutSoundIsTakenAndCut() throws FrameRecorder.Exception {
    var silent = files.resolve("silent.mp4");
    new SyntheticMaster(320, 180, Duration.ofSeconds(4)).record(silent, false);
    var clips = new Clips(journalist, accepted("silent", silent));
    var id = clips.request(new long[] {5, 30}).objects("clips").getFirst().get("clipId");

    assertThat(clips.await((String) id, _ -> {}).text("status")).isEqualTo("ready");
  }

  @Test
  void rangeLongerThanAClipMayBeIsRefused() throws FrameRecorder.Exception {
    var endless = OddMasters.ofLength(TOO_LONG, files.resolve("endless.mp4"));
    var clips = new Clips(journalist, accepted("endless", endless));
    var tooLong = clips.request(new long[] {0, TOO_LONG.toSeconds()}).expect(422);
    assertThat(tooLong.problem()).contains("range-too-long");
    long longest = ((Number) tooLong.json().get("maxMs")).longValue() / 1000;

    assertThat(clips.request(new long[] {0, longest + 1}).expect(422).problem())
        .contains("range-too-long");
    assertThat(clips.request(new long[] {0, longest}).status()).isIn(200, 202);
  }

  private static String accepted(String name, Path file) {
    var videoId = Person.unique(name);
    var upload = new Upload(STACK, videoId);
    upload.master(file);
    var description = new LinkedHashMap<>(upload.description());
    description.put("audio", List.of());
    assertThat(upload.describe(description)).containsEntry("result", "accepted");
    return videoId;
  }

  private static Map<String, Object> ingest(Path file) {
    var upload = new Upload(STACK, Person.unique("bad-master"));
    upload.master(file);
    return upload.describe(upload.description());
  }

  private static List<String> codes(Map<String, Object> report) {
    assertThat(report).containsEntry("result", "refused");
    return ((List<?>) report.get("errors"))
        .stream().map(error -> (String) ((Map<?, ?>) error).get("code")).toList();
  }
}
