package clipdesk.media.catalogue;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reports in memory. */
@Singleton
@Replaces(S3IngestReports.class)
public final class InMemoryIngestReports implements IngestReports {
  private final Map<String, Map<String, Object>> reports = new HashMap<>();

  @Override
  public Optional<Map<String, Object>> find(String videoId) {
    return Optional.ofNullable(reports.get(videoId));
  }

  public void put(String videoId, Map<String, Object> report) {
    reports.put(videoId, report);
  }
}
