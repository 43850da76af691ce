package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.IngestReport;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reports in memory. */
@Singleton
@Replaces(S3IngestReports.class)
public final class InMemoryIngestReports implements IngestReports {
  private final Map<String, IngestReport> reports = new HashMap<>();

  @Override
  public Optional<IngestReport> find(String videoId) {
    return Optional.ofNullable(reports.get(videoId));
  }

  public void put(IngestReport report) {
    reports.put(report.videoId(), report);
  }
}
