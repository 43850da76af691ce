package clipdesk.media.clips;

import clipdesk.cutter.FrameRange;
import clipdesk.media.catalogue.Video;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a clip in the clips bucket. */
public interface ClipObjects {
  /**
   * Writes a request object if there is none.
   *
   * @return whether it was written now
   */
  boolean request(String clipId, Video video, FrameRange range, List<String> tracks, Instant now);

  /** Writes the request anew with the next attempt, if it is still the one that was read. */
  boolean requestAgain(String clipId, Request previous, Instant now);

  /** What there is of a clip, read all at once. */
  Found find(String clipId);

  /**
   * The three objects of a clip.
   *
   * @param report present if the clip is published
   */
  record Found(
      Optional<Request> request,
      Optional<Map<String, Object>> status,
      Optional<Map<String, Object>> report) {}

  /** A request as stored, with the tag that a rewrite must name. */
  record Request(Map<String, Object> members, String tag, Instant writtenAt) {
    String videoId() {
      return (String) members.get("videoId");
    }

    FrameRange range() {
      return new FrameRange(
          ((Number) members.get("inFrame")).longValue(),
          ((Number) members.get("outFrame")).longValue());
    }

    long attempt() {
      return ((Number) members.get("attempt")).longValue();
    }
  }
}
