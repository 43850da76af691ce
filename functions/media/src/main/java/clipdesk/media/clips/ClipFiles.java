package clipdesk.media.clips;

import java.util.Optional;

/** The finished files of clips, for tickets. */
public interface ClipFiles {
  /** The file of a clip; empty if the clip is unknown or not ready. */
  Optional<ClipFile> find(String clipId);

  /** One exact version of a clip's file. */
  record ClipFile(
      String videoId,
      long inFrame,
      long outFrame,
      String key,
      String versionId,
      String etag,
      long sizeBytes) {}
}
