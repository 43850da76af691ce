package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.FrameCheck;
import clipdesk.journeys.demo.SoundCheck;
import clipdesk.journeys.demo.SyntheticMaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Videos: find one, cut the exact answer, download it on a bad connection. */
final class MediaJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("presser");
  private static final Path MASTERS = Path.of("target/masters");

  private static Path master;
  private static Person journalist;

  @TempDir private Path downloads;

  @BeforeAll
  static void uploadAVideo() {
    master = SyntheticMaster.SHORT.in(MASTERS);
    var upload = new Upload(STACK, VIDEO);
    upload.master(master);
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");
    journalist = Person.named(STACK, "journalist", "en");
    journalist.join();
  }

  @ParameterizedTest
  @CsvSource({"en, Press conference", "fr, Conférence de presse", "uk, Пресконференція"})
  void videoIsFoundInEveryLanguage(String language, String title) {
    var video = Api.of(STACK).get("/v1/videos/" + VIDEO + "?lang=" + language).expect(200);

    assertThat(video.json())
        .containsEntry("title", title)
        .containsEntry("frames", SyntheticMaster.SHORT.frames())
        .containsEntry("frameRate", Map.of("num", 25, "den", 1));
    assertThat(video.header("Content-Language")).contains(language);
    var again =
        Api.of(STACK)
            .with("If-None-Match", video.header("ETag").orElseThrow())
            .get("/v1/videos/" + VIDEO + "?lang=" + language);
    assertThat(again.status()).isEqualTo(304);
    assertThat(Api.of(STACK).get("/v1/videos").expect(200).objects("items"))
        .anySatisfy(item -> assertThat(item).containsEntry("videoId", VIDEO));
  }

  @ParameterizedTest
  @CsvSource({
    "en, Meeting of Defence Ministers, Brussels, Belgium",
    "fr, Réunion des ministres de la Défense, Bruxelles, Belgique",
    "uk, Зустріч міністрів оборони, Брюссель, Бельгія"
  })
  void programmeNamesTheEventInEveryLanguageAndItsVideosAreFoundByIt(
      String language, String name, String city, String country) {
    var programme = Api.of(STACK).get("/v1/events?lang=" + language).expect(200);

    assertThat(programme.header("Cache-Control").orElseThrow()).startsWith("public, max-age=");
    var event =
        programme.objects("items").stream()
            .filter(it -> it.get("eventId").equals("2026-02-defmin"))
            .findFirst()
            .orElseThrow();
    assertThat(event)
        .containsEntry("name", name)
        .containsEntry("place", Map.of("city", city, "country", "BE", "countryName", country));
    var found =
        Api.of(STACK)
            .get(
                "/v1/videos?event=2026-02-defmin&from=%s&to=%s"
                    .formatted(event.get("from"), event.get("to")))
            .expect(200);
    assertThat(found.objects("items")).isNotEmpty();
  }

  @Test
  void twoExactRangesAreCutAndDownloadedOverABrokenConnection() throws IOException {
    var clips = new Clips(journalist, VIDEO);
    var asked = clips.request(new long[] {37, 121}, new long[] {300, 450}).expect(202);
    assertThat(asked.header("Location")).isPresent();
    var ids = asked.objects("clips").stream().map(clip -> (String) clip.get("clipId")).toList();
    for (var id : ids) {
      assertThat(clips.await(id, _ -> {}).text("status")).isEqualTo("ready");
    }
    var ticket =
        Download.ticket(
                journalist,
                Person.unique("ticket"),
                ids.stream().map(id -> Map.of("clipId", id)).toList())
            .expect(201);
    var ranges = List.of(new long[] {37, 121}, new long[] {300, 450});
    for (int i = 0; i < ids.size(); i++) {
      var file = ticket.objects("files").get(i);
      var download = new Download(Api.of(STACK), (String) file.get("href"));
      var path = downloads.resolve((String) file.get("name"));
      long size = ((Number) file.get("sizeBytes")).longValue();
      download.fetch(path, size * 37 / 100);
      download.fetch(path);
      assertThat(path).hasSize(size);
      var range = ranges.get(i);
      var check = FrameCheck.of(path, master, range[0], range[1]);
      assertThat(check.frames()).isEqualTo(range[1] - range[0]);
      assertThat(Math.abs(SoundCheck.offsetSamples(path, master, range[0] / 25.0)))
          .as("sound, in samples")
          .isLessThanOrEqualTo(1024);
    }
  }

  @Test
  void nothingIsCutOrDownloadedWithoutAnAccount() {
    var anonymous = Api.of(STACK);

    anonymous.post("/v1/clips", Map.of("videoId", VIDEO, "ranges", List.of())).expect(401);
    anonymous.post("/v1/downloads", Map.of("items", List.of())).expect(401);
    anonymous.get("/v1/me/downloads").expect(401);
  }

  @Test
  void wholeVideoIsDownloadedByteByByte() throws IOException {
    var ticket =
        Download.ticket(
                journalist,
                Person.unique("ticket"),
                List.of(Map.of("videoId", VIDEO, "rendition", "hd")))
            .expect(201);
    var file = ticket.objects("files").getFirst();
    var path = downloads.resolve("whole.mp4");
    new Download(Api.of(STACK), (String) file.get("href")).fetch(path);

    assertThat(path).hasSameBinaryContentAs(master);
    assertThat((String) file.get("name")).matches("2026-02-12_defmin_press-conference_hd\\.mp4");
  }

  @Test
  void sameBiteAskedTwiceIsCutOnce() {
    var clips = new Clips(journalist, VIDEO);
    var first = clips.request(new long[] {10, 35}).objects("clips").getFirst().get("clipId");
    clips.await((String) first, _ -> {});
    var inMilliseconds =
        journalist
            .api()
            .post(
                "/v1/clips",
                Map.of(
                    "videoId",
                    VIDEO,
                    "ranges",
                    List.of(Map.of("in", Map.of("ms", 400), "out", Map.of("ms", 1400)))))
            .expect(200);

    assertThat(inMilliseconds.objects("clips").getFirst())
        .containsEntry("clipId", first)
        .containsEntry("status", "ready");
  }

  @Test
  void ticketOfARequestIsTheSameWhenItIsRepeatedAndGoneWhenItIsRevoked() {
    var key = Person.unique("ticket-key");
    var items = List.of(Map.of("videoId", VIDEO, "rendition", "hd"));
    var ticket = Download.ticket(journalist, key, items).expect(201);
    var replay = Download.ticket(journalist, key, items).expect(201);
    assertThat(replay.text("ticket")).isEqualTo(ticket.text("ticket"));
    assertThat(replay.header("Idempotency-Replayed")).contains("true");

    var mine = journalist.api().get("/v1/me/downloads").expect(200).objects("items");
    var refs = mine.stream().map(item -> (String) item.get("ref")).collect(Collectors.toSet());
    refs.forEach(ref -> journalist.api().delete("/v1/me/downloads/" + ref).expect(204));
    var href = (String) ticket.objects("files").getFirst().get("href");
    assertThat(Api.of(STACK).get(href).expect(410).problem()).contains("ticket-gone");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 50, range-invalid",
    "100, 100, range-invalid",
    "-1, 50, range-invalid",
    "0, 501, range-invalid",
    "500, 501, range-invalid"
  })
  void rangesThatDoNotFitAreRefusedWithTheVideosLength(long in, long out, String code) {
    var answer = new Clips(journalist, VIDEO).request(new long[] {in, out}).expect(422);

    assertThat(answer.problem()).contains(code);
    assertThat(answer.json()).containsEntry("frames", SyntheticMaster.SHORT.frames());
  }
}
