package clipdesk.media.clips;

import clipdesk.cutter.frames.FrameRange;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finished clips in memory. */
@Singleton
@Replaces(S3ClipFiles.class)
public final class InMemoryClipFiles implements ClipFiles {
  private final Map<String, ClipFile> files = new HashMap<>();

  @Override
  public Optional<ClipFile> find(String accountId, String clipId) {
    return Optional.ofNullable(files.get(clipId));
  }

  /** A clip of 30 s with English sound; without label or time code where they are empty. */
  public void put(String clipId, String videoId, String label, String timecode) {
    files.put(
        clipId,
        new ClipFile(
            videoId,
            new FrameRange(87, 837),
            /* inMs= */ 3480,
            /* durationMs= */ 30_000,
            List.of("a1", "v1"),
            Optional.of(label).filter(it -> !it.isEmpty()),
            Optional.of(timecode).filter(it -> !it.isEmpty()),
            "clips/" + clipId + "/clip.mp4",
            Optional.of("clip-version"),
            "\"9a0c-12\"",
            /* sizeBytes= */ 76_912_345));
  }
}
