package clipdesk.media.clips;

import clipdesk.cutter.frames.FrameRange;
import java.util.List;
import java.util.Optional;

/** The finished files of clips, for tickets. */
public interface ClipFiles {
  /** The file of a clip; empty if the clip is unknown or not ready. */
  Optional<ClipFile> find(String accountId, String clipId);

  /**
   * One exact version of a clip's file.
   *
   * @param inMs where it starts in its master
   * @param label what the account calls it; empty if nothing
   * @param timecode of its first frame; empty if its master has none
   */
  record ClipFile(
      String videoId,
      FrameRange range,
      long inMs,
      long durationMs,
      List<String> tracks,
      Optional<String> label,
      Optional<String> timecode,
      String key,
      Optional<String> versionId,
      String etag,
      long sizeBytes) {}
}
