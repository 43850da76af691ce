package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.IngestReport.Result;
import clipdesk.contracts.catalogue.MasterKeys;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Everything about one video, with what the ingest last said of it. */
@Singleton
final class InspectVideo {
  private final Videos videos;
  private final IngestReports reports;
  private final InstantSource clock;

  InspectVideo(Videos videos, IngestReports reports, InstantSource clock) {
    this.videos = videos;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * @param listed empty for a video that was only ever refused, or whose row cannot be read
   * @param report empty if none was written, or it was removed
   */
  record Inspection(
      String videoId, Optional<ListVideos.Listed> listed, Optional<IngestReport> report) {
    /** Why there is no video: it was taken in and its row cannot be read, or it never was. */
    String missing() {
      return report.filter(it -> it.result() == Result.ACCEPTED).isPresent()
          ? "unreadable"
          : "refused";
    }
  }

  /**
   * @throws clipdesk.common.problem.ProblemException {@code not-found} if the ingest never saw it
   */
  Inspection inspect(String videoId) {
    if (!MasterKeys.isVideoId(videoId)) {
      throw Release.noSuchVideo();
    }
    var video = videos.find(videoId);
    var report = reports.find(videoId);
    if (video.isEmpty() && report.isEmpty()) {
      throw Release.noSuchVideo();
    }
    var now = clock.instant();
    return new Inspection(
        videoId, video.map(it -> new ListVideos.Listed(it, Release.of(it, now))), report);
  }
}
