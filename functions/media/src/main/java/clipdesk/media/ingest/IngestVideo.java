package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.IngestReport.Result;
import clipdesk.media.catalogue.VideoRows;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the present description of a video into the catalogue. An event is only a nudge: it may
 * come twice, late, or in another order. What is wrong with the upload goes into the report and
 * leaves the catalogue as it was; what is wrong with us is thrown.
 */
final class IngestVideo {
  private static final Logger LOG = LoggerFactory.getLogger(IngestVideo.class);
  private static final int ROUNDS = 5;

  /** Longer than the function may run, so that a lease only runs out for a dead ingest. */
  private static final Duration LEASE = Duration.ofSeconds(150);

  private final Uploads uploads;
  private final Outcomes outcomes;
  private final VideoRows rows;
  private final ExamineUpload examineUpload;
  private final KeepTexts keepTexts;
  private final Supplier<String> owners;
  private final InstantSource clock;

  /**
   * @param owners names that nobody else has, one for each ingest
   */
  IngestVideo(
      Uploads uploads,
      Outcomes outcomes,
      VideoRows rows,
      Supplier<String> owners,
      InstantSource clock) {
    this.uploads = uploads;
    this.outcomes = outcomes;
    this.rows = rows;
    this.examineUpload = new ExamineUpload(uploads);
    this.keepTexts = new KeepTexts(uploads, outcomes);
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * @return false while another ingest of this video runs, which may already have read an older
   *     description: come back later
   * @throws IOException if a file cannot be read, or changed meanwhile
   */
  boolean ingest(String videoId) throws IOException {
    var owner = owners.get();
    var now = clock.instant();
    if (!rows.lease(videoId, owner, now, now.plus(LEASE))) {
      return false;
    }
    try {
      ingest(videoId, owner);
    } catch (VideoRows.LostLeaseException overtaken) {
      throw overtaken; // who took the lease over reports
    } catch (IOException | RuntimeException failure) {
      // The runtime tries again and keeps the event; whoever uploaded looks at the report.
      reportFailure(videoId, failure);
      throw failure;
    } finally {
      rows.release(videoId, owner);
    }
    return true;
  }

  /** Starts over while the description changes underneath. */
  private void ingest(String videoId, String owner) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      var description = uploads.description(videoId);
      if (description.isEmpty()) {
        LOG.info("The description of {} is gone: nothing to do", videoId);
        return;
      }
      ingest(videoId, description.get(), owner);
      if (sameVersion(description, uploads.description(videoId))) {
        return;
      }
    }
    throw new IllegalStateException("The description of " + videoId + " does not stop changing");
  }

  private void ingest(String videoId, Uploads.Description description, String owner)
      throws IOException {
    var problems = new Problems();
    var examined = examineUpload.examine(videoId, description, problems);
    if (examined.isPresent()) {
      var video = examined.get().video();
      var sidecar = examined.get().sidecar();
      sidecar.ifPresent(index -> outcomes.index(videoId, video.masterVersion(), index));
      rows.put(video, description.versionId(), owner);
      // Behind what decides who sees the video, and before the report, whose event tells of it.
      keepTexts.of(video, sidecar, problems);
    }
    var result = examined.isPresent() ? Result.ACCEPTED : Result.REFUSED;
    outcomes.report(report(videoId, result, problems, Optional.of(description.versionId())));
    LOG.info("{} {}: {}", videoId, result.label(), problems.codes());
  }

  /** A description in a folder that can be no video is refused where its uploader will look. */
  void refuseFolder(String folder) {
    var problems = new Problems();
    problems.add(
        "",
        "not-a-video-id",
        "The folder below masters/ must be 3 to 64 of a-z, 0-9 and -, beginning with no -,"
            + " and video.json must lie right in it");
    outcomes.report(report(folder, Result.REFUSED, problems, Optional.empty()));
    LOG.warn("A folder that is no video id is refused");
  }

  private void reportFailure(String videoId, Exception failure) {
    var problems = new Problems();
    problems.add(
        "",
        "failed",
        "Not taken in for a reason that is not the description's. It is tried again by itself;"
            + " if this report stays, ask whoever operates the portal");
    try {
      outcomes.report(report(videoId, Result.FAILED, problems, Optional.empty()));
    } catch (RuntimeException unreported) {
      failure.addSuppressed(unreported);
    }
  }

  private IngestReport report(
      String folder, Result result, Problems problems, Optional<String> sourceVersionId) {
    return new IngestReport(
        folder,
        result,
        clock.instant(),
        problems.errors(),
        problems.moreErrors(),
        problems.warnings(),
        sourceVersionId);
  }

  private static boolean sameVersion(
      Optional<Uploads.Description> read, Optional<Uploads.Description> present) {
    return read.map(Uploads.Description::versionId)
        .equals(present.map(Uploads.Description::versionId));
  }
}
