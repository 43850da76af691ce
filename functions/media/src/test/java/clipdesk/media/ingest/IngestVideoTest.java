package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.Video;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aRenditionTellsTheSizeOfItsPictureWhereItHasOne() throws IOException {
    uploads.put(ID, "web.mp4", new TinyMaster().video(EVEN).bytes());
    uploads.put(ID, "sound.mp4", new TinyMaster().audio(900).bytes());
    uploads.put(ID, "notes.txt", "no film at all".getBytes(UTF_8));
    uploads.put(ID, "broken.mp4", new byte[] {0, 0, 0, 8, 'm', 'o', 'o', 'v'});
    uploads.put(ID, "empty.mp4", new byte[0]);
    var names = List.of("master", "web", "sound", "notes", "broken", "empty");
    var files =
        List.of("master.mp4", "web.mp4", "sound.mp4", "notes.txt", "broken.mp4", "empty.mp4");
    var described =
        with(
            "renditions",
            IntStream.range(0, 6)
                .mapToObj(i -> Map.of("name", names.get(i), "file", files.get(i)))
                .toList());
    described.put("preview", "web");
    assertThat(ingest(described)).isEmpty();

    assertThat(videos.find(ID).orElseThrow().renditions())
        .extracting(Video.Rendition::name, Video.Rendition::width, Video.Rendition::height)
        .containsExactly(
            tuple("master", 64L, 36L),
            tuple("web", 64L, 36L),
            tuple("sound", 0L, 0L),
            tuple("notes", 0L, 0L),
            tuple("broken", 0L, 0L),
            tuple("empty", 0L, 0L));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"videoId\":",
        "",
        " ",
        "[]",
        "null",
        "{}{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":\"\\ud800\"}"
      })
  void aDescriptionThatIsNoJsonIsRefused(String text) throws IOException {
    uploads.describe(ID, text);
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" not-json");
    assertThat(uploads.report(ID).get("errors").toString()).contains("Must be one JSON object");
  }

  @Test
  void theReportSaysWhereReadingStopped() throws IOException {
    uploads.describe(ID, "{\n  \"videoId\": oops\n}");
    ingestVideo.ingest(ID);
    assertThat(uploads.report(ID).get("errors").toString()).contains("stopped at line 2, column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "windows-1251"})
  void anotherEncodingIsRefusedAndTheReportSaysWhich(String charset) throws IOException {
    var texts = charset.equals("ISO-8859-1") ? texts("Été") : texts();
    uploads.put(
        ID, "video.json", Json.text(with("title", texts)).getBytes(Charset.forName(charset)));
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" not-utf-8");
    assertThat(uploads.report(ID).get("errors").toString()).contains("Save the file as UTF-8");
  }

  @Test
  void aByteOrderMarkIsTaken() throws IOException {
    uploads.describe(ID, "\ufeff" + Json.text(description()));
    ingestVideo.ingest(ID);
    assertThat(problems()).isEmpty();
    assertThat(videos.find(ID)).isPresent();
  }

  @Test
  void aDescriptionMayHaveTwoHundredKibibytes() throws IOException {
    var json = Json.text(description());
    uploads.describe(
        ID, json + " ".repeat(Uploads.MAX_DESCRIPTION_BYTES - json.getBytes(UTF_8).length));
    ingestVideo.ingest(ID);
    assertThat(problems()).isEmpty();
    uploads.describe(ID, json + " ".repeat(Uploads.MAX_DESCRIPTION_BYTES));
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" too-large");
  }

  @Test
  void aReportShowsAHundredErrorsAndCountsTheRest() throws IOException {
    var broken = description();
    for (int i = 0; i < 150; i++) {
      broken.put("x".repeat(i == 0 ? 5000 : 1) + i, i);
    }
    assertThat(ingest(broken)).hasSize(100).allMatch(it -> it.length() < 250);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-12T15:00:00Z",
    "2026-02-12T16:00:00.5+01:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z"
  })
  void anEmbargoIsKeptAsItWasTold(String instant) throws IOException {
    assertThat(ingest(with("embargoUntil", instant))).isEmpty();
    var video = videos.find(ID).orElseThrow();
    assertThat(video.description()).containsEntry("embargoUntil", instant);
    assertThat(video.embargoUntil()).contains(OffsetDateTime.parse(instant).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-00:01",
        "0000-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z",
        "2026-02-12",
        "2026-02-12T15:00:00",
        "2026-02-12T15:00:00+25:00"
      })
  void anInstantThatCannotBeWrittenOrSortedIsRefused(String instant) throws IOException {
    assertThat(ingest(with("embargoUntil", instant))).containsExactly("/embargoUntil malformed");
    assertThat(ingest(with("withdrawn", Map.of("at", instant))))
        .containsExactly("/withdrawn/at malformed");
    assertThat(videos.find(ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31", "+10000-01-01", "-0001-01-01", "2026-2-12", "2026-02-12Z"})
  void aDayThatCannotBeSortedIsRefused(String date) throws IOException {
    assertThat(ingest(with("date", date))).containsExactly("/date malformed");
  }

  @Test
  void theFirstAndTheLastDayAreTaken() throws IOException {
    assertThat(ingest(with("date", "0001-01-01"))).isEmpty();
    assertThat(ingest(with("date", "9999-12-31"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "event/name", "place/city", "speakers/0/name", "description"})
  void aTextThatShowsNothingOrTooMuchIsRefused(String pointer) throws IOException {
    int most = pointer.equals("description") ? 5000 : 300;
    assertThat(ingest(withTexts(pointer, "\u200b \u00a0")))
        .containsExactly("/" + pointer + "/uk too-short");
    assertThat(ingest(withTexts(pointer, "\ud83d\ude00".repeat(most)))).isEmpty();
    assertThat(ingest(withTexts(pointer, "\ud83d\ude00".repeat(most) + "!")))
        .containsExactly("/" + pointer + "/uk too-long");
    assertThat(ingest(withTexts(pointer, "a\u0007")))
        .containsExactly("/" + pointer + "/uk control");
  }

  @Test
  void aDescriptionHasLinesAndATitleHasNone() throws IOException {
    assertThat(ingest(withTexts("description", "One\n\nTwo"))).isEmpty();
    assertThat(
            Video.localised(
                videos.find(ID).orElseThrow().description(), "description", Language.UK))
        .isEqualTo("One\n\nTwo");
    assertThat(ingest(withTexts("title", "One\nTwo"))).containsExactly("/title/uk control");
  }

  @Test
  void textsAreKeptComposedAndWhatIsNullIsAbsent() throws IOException {
    var told = withTexts("title", "e\u0301");
    told.put("description", null);
    assertThat(ingest(told)).isEmpty();
    var description = videos.find(ID).orElseThrow().description();
    assertThat(Video.localised(description, "title", Language.UK)).isEqualTo("\u00e9");
    assertThat(description).doesNotContainKey("description");
  }

  @Test
  void aFileIsFoundByItsExactCharacters() throws IOException {
    uploads.put(ID, "e\u0301.mp4", new TinyMaster().video(EVEN).audio(900).audio(900).bytes());
    assertThat(ingest(with("master", Map.of("file", "e\u0301.mp4")))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().master().key()).endsWith("/e\u0301.mp4");
  }

  @Test
  void aHashIsOnlyShownIfTheStoreConfirmsIt() throws IOException {
    var declared = with("master", Map.of("file", "master.mp4", "sha256", "ab".repeat(32)));
    assertThat(ingest(declared)).isEmpty();
    assertThat(videos.find(ID).orElseThrow().masterSha256()).isEmpty();
    assertThat(uploads.report(ID).get("warnings").toString())
        .contains("pointer=/master/sha256, code=not-verified");

    uploads.hash(ID, "master.mp4", "ab".repeat(32));
    assertThat(ingest(declared)).isEmpty();
    assertThat(videos.find(ID).orElseThrow().masterSha256()).contains("ab".repeat(32));
    assertThat(uploads.report(ID)).doesNotContainKey("warnings");

    uploads.hash(ID, "master.mp4", "cd".repeat(32));
    assertThat(ingest(declared)).containsExactly("/master/sha256 mismatch");
  }

  @Test
  void twoSoundsOfOneTrackAreRefused() throws IOException {
    var one = Map.of("index", 0, "language", "en");
    assertThat(ingest(with("audio", List.of(one, one))))
        .containsExactly("/audio/1/index duplicate");
  }

  @Test
  void anIngestThatFailsLeavesAReportUntilTheNextTry() throws IOException {
    uploads.describe(ID, Json.text(description()));
    uploads.afterTheNextReading(
        () -> {
          throw new IllegalStateException("the store is away");
        });
    assertThatThrownBy(() -> ingestVideo.ingest(ID)).hasMessage("the store is away");
    assertThat(uploads.report(ID)).containsEntry("result", "failed");
    assertThat(problems()).containsExactly(" failed");

    assertThat(ingestVideo.ingest(ID)).isTrue();
    assertThat(uploads.report(ID)).containsEntry("result", "accepted");
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

  /** With another text in Ukrainian, where the pointer says. */
  private static Map<String, Object> withTexts(String pointer, String uk) {
    var texts = texts(uk);
    return switch (pointer) {
      case "event/name" -> with("event", Map.of("id", "e-1", "name", texts));
      case "place/city" -> with("place", Map.of("city", texts, "country", "BE"));
      case "speakers/0/name" -> with("speakers", List.of(Map.of("id", "sg", "name", texts)));
      default -> with(pointer, texts);
    };
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
    return texts("Назва");
  }

  private static Map<String, Object> texts(String uk) {
    return Map.of("en", "Title", "fr", "Titre", "uk", uk);
  }

  private static int[] filled(int count, int value) {
    var values = new int[count];
    Arrays.fill(values, value);
    return values;
  }
}
