package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.Video;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IngestVideoTest {
  private static final String ID = "presser-1";
  private static final int[] EVEN = filled(500, 1000);

  private final TickingClock clock = new TickingClock("2026-02-12T13:40:02.114Z");
  private final InMemoryUploads uploads = new InMemoryUploads();
  private final InMemoryVideos videos = new InMemoryVideos();
  private final AtomicInteger owners = new AtomicInteger();
  private final IngestVideo ingestVideo =
      new IngestVideo(uploads, uploads, videos, () -> "owner-" + owners.incrementAndGet(), clock);

  @BeforeEach
  void uploadAMaster() {
    uploads.put(ID, "master.mp4", new TinyMaster().video(EVEN).audio(900).audio(900).bytes());
  }

  @Test
  void aGoodUploadIsTakenInWithAllThatTheCatalogueShows() throws IOException {
    uploads.put(ID, "poster.jpg", new byte[10]);
    uploads.put(ID, "subtitles/uk.vtt", new byte[10]);
    assertThat(ingest(description())).isEmpty();

    var video = videos.find(ID).orElseThrow();
    assertThat(video.frames()).isEqualTo(500);
    assertThat(video.durationMs()).isEqualTo(20_000);
    assertThat(video.rateNum() / video.rateDen()).isEqualTo(25);
    assertThat(video.masterVersion()).matches("[0-9a-f]{16}");
    assertThat(video.cuttableTracks()).containsExactly("v1", "a1", "a2");
    assertThat(video.tracks().get(2))
        .containsEntry("language", "fr")
        .containsEntry("role", "interpretation");
    assertThat(video.renditions().getFirst().bitrate()).isPositive();
    assertThat(video.asset("poster")).isPresent();
    assertThat(video.asset("subtitles-uk")).isPresent();
    assertThat(video.asset("preview").orElseThrow().key()).endsWith("/master.mp4");
    assertThat(Video.localised(video.description(), "title", Language.UK)).isEqualTo("Назва");
    assertThat(uploads.report(ID))
        .containsEntry("result", "accepted")
        .containsEntry("at", "2026-02-12T13:40:02.114Z")
        .containsEntry("sourceVersionId", "v1");
  }

  @Test
  void theSameEventTwiceGivesTheSameRow() throws IOException {
    ingest(description());
    var first = videos.find(ID);
    assertThat(ingestVideo.ingest(ID)).isTrue();
    assertThat(videos.find(ID)).isEqualTo(first);
  }

  @Test
  void aRefusedDescriptionLeavesTheCatalogueAsItWas() throws IOException {
    ingest(description());
    var before = videos.find(ID);
    assertThat(ingest(with("title", Map.of("en", "Only English"))))
        .containsExactlyInAnyOrder("/title/fr missing", "/title/uk missing");
    assertThat(videos.find(ID)).isEqualTo(before);
    assertThat(uploads.report(ID))
        .containsEntry("result", "refused")
        .containsEntry("sourceVersionId", "v2");
  }

  @Test
  void aDescriptionThatIsNoJsonIsRefused() throws IOException {
    uploads.describe(ID, "{\"videoId\":");
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" not-json");
  }

  @Test
  void allBrokenRulesAreReportedAtOnce() throws IOException {
    var broken = description();
    broken.put("videoId", "another");
    broken.put("date", "2026-02-30");
    broken.put("languages", List.of("en", "english!"));
    broken.put("place", Map.of("city", texts(), "country", "XX"));
    broken.put("embargoUntil", "tomorrow");
    broken.put("trakcs", 1);
    assertThat(ingest(broken))
        .containsExactlyInAnyOrder(
            "/videoId not-the-folder",
            "/date malformed",
            "/languages/1 malformed",
            "/place/country unknown-country",
            "/embargoUntil malformed",
            "/trakcs unknown-field");
  }

  @ParameterizedTest
  @CsvSource({
    "withdrawn, true, /withdrawn wrong-type",
    "withdrawn, {}, /withdrawn/at missing",
    "legalBlock, \"yes\", /legalBlock wrong-type",
    "announce, \"false\", /announce wrong-type",
    "schema, 2, /schema out-of-range",
    "preview, \"8k\", /preview unknown-rendition",
    "description, {\"en\":\"x\"}, /description/fr missing",
  })
  void whatDecidesWhoSeesAVideoIsNeverMisread(String member, String json, String problem)
      throws IOException {
    assertThat(ingest(with(member, Json.object("{\"it\":" + json + "}").get("it"))))
        .contains(problem);
    assertThat(videos.find(ID)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"../other/master.mp4", "/master.mp4", "a/../b.mp4", "video.json", "a//b.mp4"})
  void aFileNameStaysInTheFolder(String file) throws IOException {
    assertThat(ingest(with("master", Map.of("file", file))))
        .containsExactly("/master/file unsafe-name");
  }

  @Test
  void everyNamedFileMustBeThere() throws IOException {
    var broken = with("master", Map.of("file", "no-such.mp4"));
    broken.put(
        "renditions",
        List.of(
            Map.of("name", "hd", "file", "master.mp4"),
            Map.of("name", "web", "file", "renditions/web.mp4")));
    assertThat(ingest(broken))
        .containsExactly("/master/file no-such-file", "/renditions/1/file no-such-file");
  }

  @Test
  void aTrackThatTheMasterDoesNotHaveIsRefused() throws IOException {
    var audio = Map.of("index", 2, "language", "en", "role", "original");
    assertThat(ingest(with("audio", List.of(audio))))
        .containsExactly("/audio/0/index no-such-track");
  }

  @Test
  void aMasterWithoutSoundIsFine() throws IOException {
    uploads.put(ID, "master.mp4", new TinyMaster().video(EVEN).bytes());
    assertThat(ingest(with("audio", List.of()))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().cuttableTracks()).containsExactly("v1");
  }

  @Test
  void aMasterWithoutAPictureIsRefused() throws IOException {
    assertMaster(new TinyMaster().audio(900).bytes(), "no-video");
  }

  @Test
  void aMasterOfVariableFrameRateIsRefused() throws IOException {
    var uneven = EVEN.clone();
    uneven[250] = 1001;
    assertMaster(new TinyMaster().video(uneven).bytes(), "variable-frame-rate");
  }

  @Test
  void aTruncatedMasterIsRefused() throws IOException {
    var whole = new TinyMaster().video(EVEN).audio(900).bytes();
    assertMaster(Arrays.copyOf(whole, whole.length / 2), "malformed");
    assertMaster(Arrays.copyOf(whole, whole.length - 1), "malformed");
  }

  @Test
  void aMasterThatIsNoVideoIsRefused() throws IOException {
    uploads.put(ID, "master.mp4", "This is not a video, whatever its name says.".getBytes(UTF_8));
    assertThat(ingest(description())).singleElement().asString().startsWith("/master/file ");
    assertThat(videos.find(ID)).isEmpty();
  }

  @Test
  void aRemovedDescriptionIsIgnored() throws IOException {
    ingest(description());
    uploads.remove(ID, "video.json");
    assertThat(ingestVideo.ingest(ID)).isTrue();
    assertThat(videos.find(ID)).isPresent();
  }

  @Test
  void aDescriptionThatChangesMeanwhileIsReadAgain() throws IOException {
    uploads.describe(ID, Json.text(description()));
    uploads.afterTheNextReading(() -> uploads.describe(ID, Json.text(with("date", "2026-03-01"))));
    ingestVideo.ingest(ID);
    assertThat(videos.find(ID).orElseThrow().date()).isEqualTo("2026-03-01");
    assertThat(uploads.report(ID)).containsEntry("sourceVersionId", "v2");
  }

  @Test
  void twoIngestsOfOneVideoNeverRunTogether() throws IOException {
    uploads.describe(ID, Json.text(description()));
    assertThat(videos.lease(ID, "other", clock.instant(), clock.instant().plusSeconds(10)))
        .isTrue();
    assertThat(ingestVideo.ingest(ID)).isFalse();
    assertThat(videos.find(ID)).isEmpty();

    clock.pass(Duration.ofSeconds(10).plusMillis(1));
    assertThat(ingestVideo.ingest(ID)).isTrue();
    assertThat(videos.find(ID)).isPresent();
  }

  @Test
  void whoLostTheLeaseWritesNothing() {
    uploads.describe(ID, Json.text(description()));
    uploads.afterTheNextReading(
        () -> {
          clock.pass(Duration.ofMinutes(3));
          videos.lease(ID, "other", clock.instant(), clock.instant().plusSeconds(10));
        });
    assertThatThrownBy(() -> ingestVideo.ingest(ID)).hasMessageContaining(ID);
    assertThat(videos.find(ID)).isEmpty();
  }

  private void assertMaster(byte[] master, String code) throws IOException {
    uploads.put(ID, "master.mp4", master);
    assertThat(ingest(description())).containsExactly("/master/file " + code);
    assertThat(videos.find(ID)).isEmpty();
  }

  private List<String> ingest(Map<String, Object> description) throws IOException {
    uploads.describe(ID, Json.text(description));
    assertThat(ingestVideo.ingest(ID)).isTrue();
    return problems();
  }

  private List<String> problems() {
    return Video.objects(uploads.report(ID), "errors").stream()
        .map(it -> it.get("pointer") + " " + it.get("code"))
        .toList();
  }

  private static Map<String, Object> with(String member, Object value) {
    var description = description();
    description.put(member, value);
    return description;
  }

  private static Map<String, Object> description() {
    var description = new LinkedHashMap<String, Object>();
    description.put("schema", 1);
    description.put("videoId", ID);
    description.put("title", texts());
    description.put("event", Map.of("id", "2026-02-defmin", "name", texts()));
    description.put("date", "2026-02-12");
    description.put("place", Map.of("city", texts(), "country", "BE"));
    description.put("speakers", List.of(Map.of("id", "sg", "name", texts())));
    description.put("languages", List.of("en", "fr"));
    description.put("terms", Map.of("id", "press-standard", "credit", "Courtesy"));
    description.put("master", Map.of("file", "master.mp4"));
    description.put("renditions", List.of(Map.of("name", "hd", "file", "master.mp4")));
    description.put("preview", "hd");
    description.put(
        "audio",
        List.of(
            Map.of("index", 0, "language", "en", "role", "original"),
            Map.of("index", 1, "language", "fr", "role", "interpretation")));
    return description;
  }

  private static Map<String, Object> texts() {
    return Map.of("en", "Title", "fr", "Titre", "uk", "Назва");
  }

  private static int[] filled(int count, int value) {
    var values = new int[count];
    Arrays.fill(values, value);
    return values;
  }
}
