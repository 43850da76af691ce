package clipdesk.media.clips;

import clipdesk.common.stored.StoredRow;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.FrameRate;
import clipdesk.media.catalogue.StoredObject;
import clipdesk.media.catalogue.Video;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of the cutter; its content makes the clip's id, whoever asks.
 *
 * @param master the exact file to cut
 * @param masterVersion names that file in the id
 * @param profile with its revision, as in {@code exact@1}
 * @param tracks ids, sorted
 */
record ClipRequest(
    ClipId id,
    String videoId,
    StoredObject master,
    String masterVersion,
    FrameRange range,
    FrameRate rate,
    String profile,
    List<String> tracks) {

  /**
   * Of frames, and of units of time in a second; so that no reckoning with them overflows unseen.
   */
  private static final long ENOUGH = 1L << 40;

  ClipRequest {
    tracks = tracks.stream().sorted().toList();
  }

  static ClipRequest of(Video video, FrameRange range, List<String> tracks) {
    return new ClipRequest(
        ClipId.of(video.videoId(), video.masterVersion(), range, tracks),
        video.videoId(),
        video.master(),
        video.masterVersion(),
        range,
        new FrameRate(video.rateNum(), video.rateDen()),
        ClipId.PROFILE,
        tracks);
  }

  /**
   * Reads what {@link #json} wrote of a clip.
   *
   * @throws clipdesk.common.stored.UnreadableException if it is anything else, or of another clip
   */
  static ClipRequest parse(ClipId id, StoredRow row) {
    var source = row.object("source");
    long in = row.number("inFrame", 0, ENOUGH);
    var range = new FrameRange(in, row.number("outFrame", in + 1, ENOUGH + 1));
    var rate = row.object("frameRate");
    var request =
        new ClipRequest(
            id,
            row.text("videoId"),
            new StoredObject(
                source.text("key"),
                source.text("versionId"),
                source.text("etag"),
                source.number("sizeBytes", 0)),
            row.text("masterVersion"),
            range,
            new FrameRate(rate.number("num", 1, ENOUGH), rate.number("den", 1, ENOUGH)),
            row.text("profile"),
            row.texts("tracks"));
    row.require(request.contentId().equals(id) && row.text("clipId").equals(id.text()), "clipId");
    row.require(request.hasMillis(), "frameRate");
    return request;
  }

  private ClipId contentId() {
    return ClipId.of(videoId, masterVersion, range, profile, tracks);
  }

  /** Whether its positions can be told in milliseconds, too. */
  private boolean hasMillis() {
    try {
      return rate.millisOf(range.out()) >= rate.millisOf(range.in());
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** Whether the video has a master of the same bytes now that is another stored file. */
  boolean isBefore(Video video) {
    return masterVersion.equals(video.masterVersion()) && !master.equals(video.master());
  }

  /**
   * The members of the request object.
   *
   * @param firstAttempt the one with which this master was first asked for
   */
  Map<String, Object> json(long attempt, long firstAttempt, String requestedAt) {
    var members = new LinkedHashMap<String, Object>();
    members.put("schema", 1);
    members.put("clipId", id.text());
    members.put("videoId", videoId);
    members.put("attempt", attempt);
    members.put("firstAttempt", firstAttempt);
    members.put("requestedAt", requestedAt);
    members.put(
        "source",
        Map.of(
            "key", master.key(),
            "versionId", master.versionId(),
            "etag", master.etag(),
            "sizeBytes", master.sizeBytes()));
    members.put("masterVersion", masterVersion);
    members.put("inFrame", range.in());
    members.put("outFrame", range.out());
    members.put("frameRate", Map.of("num", rate.num(), "den", rate.den()));
    members.put("profile", profile);
    members.put("tracks", tracks);
    return members;
  }
}
