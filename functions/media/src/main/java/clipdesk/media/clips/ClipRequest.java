package clipdesk.media.clips;

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

  /** Reads what {@link #json} wrote. */
  static ClipRequest parse(Map<String, Object> members) {
    var source = Video.object(members, "source");
    var rate = Video.object(members, "frameRate");
    return new ClipRequest(
        new ClipId(Video.text(members, "clipId")),
        Video.text(members, "videoId"),
        new StoredObject(
            Video.text(source, "key"),
            Video.text(source, "versionId"),
            Video.text(source, "etag"),
            number(source, "sizeBytes")),
        Video.text(members, "masterVersion"),
        new FrameRange(number(members, "inFrame"), number(members, "outFrame")),
        new FrameRate(number(rate, "num"), number(rate, "den")),
        Video.text(members, "profile"),
        ((List<?>) members.get("tracks")).stream().map(String.class::cast).toList());
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

  private static long number(Map<String, Object> owner, String name) {
    return ((Number) owner.get(name)).longValue();
  }
}
