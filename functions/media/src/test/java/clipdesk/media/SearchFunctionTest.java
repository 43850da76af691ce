package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.search.InMemoryIndexFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found in what was said, and by whom. */
final class SearchFunctionTest extends SearchCalls {
  @Test
  void hitHasAllThatAQuoteOfItsSentenceNeeds() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");
    index.written(STATE);

    var answer = search("q", "sign treaty", "speaker", "sample");

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    var hit = hits(answer).getFirst();
    assertThat(hits(answer)).hasSize(1);
    assertThat(hit)
        .containsEntry("videoId", SampleVideos.ID)
        .containsEntry("date", "2026-02-12")
        .containsEntry("language", "en")
        .containsEntry("revision", 2)
        .containsEntry("timing", "aligned")
        .containsEntry("how", "A")
        .containsEntry("match", List.of(List.of(6, 7), List.of(8, 9)));
    assertThat(object(hit, "speaker")).containsEntry("name", "Ana Sample");
    assertThat(object(hit, "sentence"))
        .containsEntry("text", "The council did not sign the treaty.")
        .containsEntry("words", List.of(2, 9))
        .containsEntry("in", Map.of("ms", 2_000, "frame", 50))
        .containsEntry("offset", List.of(0, 4, 12, 16, 20, 25, 29));
  }

  @Test
  void exampleEventPutsItsTranscriptIntoTheIndex() throws IOException {
    putText(TEXT, "*");

    assertThat(
            index.handled(Files.readString(Path.of("../../events/transcript-state-written.json"))))
        .isEmpty();

    assertThat(hits(search("q", "council"))).hasSize(1);
  }

  @Test
  void newRevisionIsFoundWithinTheTimeThatAReaderLooksAway() {
    bring(TEXT);
    assertThat(hits(search("q", "council"))).hasSize(1);
    putText(TEXT.replace("council", "assembly"), "\"v1\"");
    index.written(STATE);

    clock.pass(Duration.ofSeconds(9));
    assertThat(hits(search("q", "assembly"))).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    assertThat(hits(search("q", "assembly"))).hasSize(1);
    assertThat(hits(search("q", "\"the council did\""))).isEmpty();
  }

  /** What a first search costs more, told as a metric. */
  @Test
  void indexIsLoadedOnceUntilItChanges() throws IOException {
    bring(TEXT);

    assertThat(StandardOutput.of(() -> search("q", "council"))).contains("\"SearchLoads\":1");
    clock.pass(Duration.ofMinutes(1));
    assertThat(StandardOutput.of(() -> search("q", "treaty"))).doesNotContain("SearchLoads");
  }

  @Test
  void eventsTwiceLateOrOfNothingChangeNothing() {
    bring(TEXT);

    assertThat(index.written(STATE, STATE)).isEmpty();
    assertThat(index.written("transcripts/no-such-video/en/state.json")).isEmpty();
    assertThat(index.written("transcripts/" + SampleVideos.ID + "/fr/state.json")).isEmpty();
    assertThat(index.written("masters/x/video.json", "transcripts/../en/state.json")).isEmpty();
    assertThat(index.told("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}")).isEmpty();
    assertThat(index.told("rubbish")).containsExactly("other");
    assertThat(hits(search("q", "council"))).hasSize(1);
  }

  @Test
  void whoeverMayNotHaveTheVideoDoesNotFindItsWordsWhateverTheIndexHolds() {
    bring(TEXT);
    videos.put(SampleVideos.with(Map.of("embargoUntil", EMBARGO.toString())));
    assertThat(hits(search("q", "council"))).as("announced").isEmpty();
    clock.set(EMBARGO.minusMillis(1));
    assertThat(hits(search("q", "council"))).isEmpty();
    clock.set(EMBARGO);
    assertThat(hits(search("q", "council"))).hasSize(1);
    for (var members :
        List.<Map<String, Object>>of(
            Map.of("withdrawn", Map.of("at", "2026-02-12T10:00:00Z")),
            Map.of("legalBlock", true))) {
      videos.put(SampleVideos.with(members));
      assertThat(hits(search("q", "council"))).as(members.toString()).isEmpty();
    }
  }

  @Test
  void deletedTranscriptIsNotFoundEvenBeforeTheIndexKnows() {
    bring(TEXT);
    call(conditioned(editor("DELETE", EDIT), "\"v1\""));

    assertThat(hits(search("q", "council"))).isEmpty();
    index.written(STATE);
    clock.pass(Duration.ofMinutes(1));
    assertThat(hits(search("q", "council"))).isEmpty();
  }

  @Test
  void deletedTranscriptHidesNoOtherOfItsVideo() {
    bring(TEXT);
    var french = conditioned(editor("PUT", EDIT), "*").query("language", "fr");
    assertThat(call(french.body("text/plain", TEXT)).getStatusCode()).isEqualTo(202);
    index.written(STATE.replace("/en/", "/fr/"));
    call(conditioned(editor("DELETE", EDIT), "\"v1\""));

    // The deleted one fills all of the first look.
    assertThat(hits(search("q", "treaty", "limit", "1")))
        .extracting(it -> it.get("language"))
        .containsExactly("fr");
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedPastVideosThatMayNotBeShown() {
    var shown = new ArrayList<String>();
    for (var number = 10; number < 30; number++) {
      var video = "video-" + number;
      var hidden = number % 3 == 0;
      bring(
          video,
          "2026-02-%02d".formatted(number / 2),
          hidden ? Map.of("legalBlock", true) : Map.of());
      if (!hidden) {
        shown.add(video);
      }
    }

    var found = new ArrayList<Object>();
    var answer = search("q", "council", "limit", "4");
    while (json(answer).containsKey("nextCursor")) {
      assertThat(hits(answer)).hasSize(4);
      hits(answer).forEach(it -> found.add(it.get("videoId")));
      answer =
          search("q", "council", "limit", "4", "cursor", json(answer).get("nextCursor").toString());
    }
    hits(answer).forEach(it -> found.add(it.get("videoId")));

    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(shown);
    assertThat(found.getFirst()).isEqualTo("video-28");
  }

  @Test
  void correctedDescriptionCountsAtOnceAndWithTheIngestInTheIndex() {
    bring(TEXT);
    assertThat(hits(search("q", "council", "event", "2026-02-defmin"))).hasSize(1);
    var moved =
        SampleVideos.with(
            SampleVideos.ID,
            "2026-03-01",
            Map.of(
                "event",
                Map.of("id", "other", "name", Map.of("en", "Other", "fr", "Autre", "uk", "Інша"))));
    videos.put(moved);

    assertThat(hits(search("q", "council", "event", "2026-02-defmin"))).isEmpty();
    index.written("ingest-reports/" + SampleVideos.ID + ".json");
    clock.pass(Duration.ofMinutes(1));
    assertThat(hits(search("q", "council", "event", "other", "from", "2026-03-01"))).hasSize(1);
  }

  @Test
  void replacedMasterKeepsTheWordsAndLosesTheirTimes() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");
    index.written(STATE);
    videos.put(otherMaster());

    var hit = hits(search("q", "council")).getFirst();

    assertThat(hit).containsEntry("timing", "untimed").containsEntry("how", "N");
    assertThat(object(hit, "sentence")).doesNotContainKeys("in", "out");
  }

  @Test
  void shardThatIsGoneIsSaidAndNoFailure() {
    bring(TEXT);
    context.getBean(InMemoryIndexFiles.class).lose();

    var answer = search("q", "council");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(json(answer)).containsEntry("incomplete", true);
    assertThat(hits(answer)).isEmpty();
  }

  @Test
  void nothingIsFoundWhereThereIsNoIndex() {
    assertThat(hits(search("q", "council"))).isEmpty();
    assertThat(json(search("q", "council"))).containsOnlyKeys("items");
  }

  private void bring(String videoId, String date, Map<String, Object> members) {
    Video video = SampleVideos.with(videoId, date, members);
    videos.put(video);
    var path = "/v1/editor/videos/" + videoId + "/transcript";
    var put = conditioned(editor("PUT", path), "*").body("text/plain", TEXT);
    assertThat(call(put).getStatusCode()).isEqualTo(202);
    assertThat(index.written(video, "en")).isEmpty();
  }

  private static Video otherMaster() {
    var row = Json.object(SampleVideos.released().json());
    row.put("masterVersion", "0000000000000000");
    return Video.read(Json.text(row));
  }
}
