package clipdesk.media.transcripts;

import clipdesk.common.digests.Sha256;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.transcripts.TranscriptState.Words;
import clipdesk.transcript.align.Aligner;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.ActivityJson;
import java.util.List;
import java.util.Optional;

/**
 * What a text is laid on.
 *
 * @param words that were heard in this master, if somebody brought some
 * @param activity of the sound that they were heard in, if it was listened to
 */
record Ground(Video video, Optional<Words> words, Optional<Activity> activity) {
  /**
   * Is another one where the same text and words would be laid otherwise: by another aligner, on
   * another master, or on a sound that was listened to since.
   */
  String mark() {
    var rate = video.frameRate();
    var parts =
        List.of(
            Aligner.version(Optional.empty()),
            video.masterVersion(),
            Facts.durationMs(video),
            rate.num(),
            rate.den(),
            video.frames(),
            activity.map(ActivityJson::write).orElse(""));
    return Sha256.hex(parts.toString());
  }
}
