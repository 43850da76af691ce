package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MasterUploadedHandlerTest {
  private static final Path EVENT = Path.of("../../events/master-uploaded.json");

  private final TickingClock clock = new TickingClock("2026-02-12T13:40:02Z");
  private final InMemoryUploads uploads = new InMemoryUploads();
  private final InMemoryVideos videos = new InMemoryVideos();
  private final MasterUploadedHandler handler =
      new MasterUploadedHandler(
          new IngestVideo(uploads, uploads, videos, () -> "me", clock), Duration.ZERO);

  @Test
  void anEventMakesTheIngestLookAtTheVideoItNames() throws IOException {
    uploads.describe(SampleVideos.ID, "{}");
    handle(Files.readString(EVENT));
    assertThat(uploads.report(SampleVideos.ID)).containsEntry("result", "refused");
  }

  @Test
  void anEventOfAKeyThatIsGoneIsIgnored() throws IOException {
    handle(Files.readString(EVENT));
    assertThat(uploads.report(SampleVideos.ID)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "masters/video.json, (no folder)",
    "masters/a/b/video.json, a/b",
    "masters/UPPER/video.json, UPPER",
    "masters/a+b/video.json, a b",
    "masters/a%20b/video.json, a b",
    "masters/%D0%9A%D0%B8%D1%97%D0%B2/video.json, Київ",
    "masters/../video.json, .."
  })
  void aFolderThatIsNoVideoIdIsRefusedWhereItsUploaderWillLook(String key, String folder)
      throws IOException {
    handle(Files.readString(EVENT).replace("masters/" + SampleVideos.ID + "/video.json", key));
    assertThat(uploads.report(folder)).containsEntry("result", "refused");
    assertThat(uploads.report(folder).get("errors").toString())
        .contains("code=not-a-video-id", "3 to 64 of a-z, 0-9 and -");
  }

  @Test
  void theReportOfAFolderWithALongNameHasAKeyThatFits() throws IOException {
    var folder = "\ud83d\ude00".repeat(250);
    handle(
        Files.readString(EVENT)
            .replace("masters/" + SampleVideos.ID + "/", "masters/" + folder + "/"));
    assertThat(uploads.report("\ud83d\ude00".repeat(240))).containsEntry("result", "refused");
  }

  @Test
  void anIngestThatNeverGetsItsTurnIsDeliveredAgain() {
    videos.lease(SampleVideos.ID, "other", clock.instant(), clock.instant().plusSeconds(10));
    assertThatThrownBy(() -> handle(Files.readString(EVENT)))
        .isInstanceOf(IngestRunningException.class)
        .hasMessageContaining(SampleVideos.ID);
  }

  private void handle(String event) throws IOException {
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
  }
}
