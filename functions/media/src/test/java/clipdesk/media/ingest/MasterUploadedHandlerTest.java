package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.junit.jupiter.params.provider.ValueSource;

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
  @ValueSource(
      strings = {
        "masters/video.json",
        "masters/a/b/video.json",
        "masters/UPPER/video.json",
        "masters/a+b/video.json",
        "masters/a%20b/video.json"
      })
  void aKeyThatDescribesNoVideoIsIgnored(String key) throws IOException {
    var event = Files.readString(EVENT).replace("masters/" + SampleVideos.ID + "/video.json", key);
    assertThatCode(() -> handle(event)).doesNotThrowAnyException();
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
