package clipdesk.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Track;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IngestVideoTest extends IngestCalls {
  @Test
  void aGoodUploadIsTakenInWithAllThatTheCatalogueShows() throws IOException {
    uploads.put(ID, "poster.jpg", new byte[10]);
    uploads.put(ID, "subtitles/uk.vtt", new byte[10]);
    assertThat(ingest(description())).isEmpty();

    var video = videos.find(ID).orElseThrow();
    assertThat(video.frames()).isEqualTo(500);
    assertThat(video.durationMs()).isEqualTo(20_000);
    assertThat(video.frameRate().num() / video.frameRate().den()).isEqualTo(25);
    assertThat(video.masterVersion()).matches("[0-9a-f]{16}");
    assertThat(video.cuttableTracks()).containsExactly("v1", "a1", "a2");
    assertThat(video.tracks().get(2))
        .isEqualTo(new Track.Sound("a2", "aac", "fr", Optional.of("interpretation")));
    assertThat(video.renditions().getFirst().bitrate()).isPositive();
    assertThat(video.asset("poster")).isPresent();
    assertThat(video.asset("subtitles-uk")).isPresent();
    assertThat(video.asset("preview").orElseThrow().key()).endsWith("/master.mp4");
    assertThat(video.description().title().in(Language.UK)).isEqualTo("Назва");
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
  void aReportShowsAHundredErrorsAndCountsTheRest() throws IOException {
    var broken = description();
    for (int i = 0; i < 150; i++) {
      broken.put("x".repeat(i == 0 ? 5000 : 1) + i, i);
    }
    assertThat(ingest(broken)).hasSize(100).allMatch(it -> it.length() < 250);
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
    assertThat(videos.find(ID).orElseThrow().description().date()).isEqualTo("2026-03-01");
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
}
