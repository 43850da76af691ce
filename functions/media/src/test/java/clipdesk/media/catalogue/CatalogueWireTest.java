package clipdesk.media.catalogue;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.media.catalogue.Videos.Filter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CatalogueWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void rowsAreWrittenAsCommitted() throws IOException {
    var rows = new DynamoVideoRows(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("lease", () -> rows.lease("video-1", "owner-1", NOW, NOW.plusSeconds(20)));
    var video = SampleVideos.with("video-1", "2026-03-01", Map.of());
    wire.call("put", () -> rows.put(video, "version-1", "owner-1"));
    wire.answer(
        400,
        Map.of(),
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"}");
    wire.call("release", () -> rows.release("video-1", "owner-1"));

    wire.matches(DynamoVideoRows.class);
  }

  @Test
  void videosAreAskedAsCommitted() throws IOException {
    var videos = new DynamoVideos(WireClients.dynamo(), WireClients.CONFIG);
    var january =
        new Filter(
            Optional.of("event-1"),
            Optional.of(LocalDate.parse("2026-01-01")),
            Optional.of(LocalDate.parse("2026-01-31")));

    wire.call("find", () -> videos.find("video-1"));
    wire.call("list: all", () -> videos.list(Filter.NONE, 20, Map.of()));
    wire.call("list: of an event", () -> videos.list(january, 20, Map.of("pk", "VIDEO#video-1")));

    wire.matches(DynamoVideos.class);
  }

  @Test
  void reportsAreAskedAsCommitted() throws IOException {
    var reports = new S3IngestReports(WireClients::s3, WireClients.CONFIG);

    wire.call("find", () -> reports.find("video-1"));

    wire.matches(S3IngestReports.class);
  }
}
