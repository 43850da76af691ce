package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Video;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.timing.FrameClock;

/** What transcripts know of a video of the catalogue. */
final class Facts {
  private Facts() {}

  static VideoFacts of(Video video) {
    var rate = video.frameRate();
    return new VideoFacts(
        video.videoId(),
        video.masterVersion(),
        durationMs(video),
        new FrameClock(rate.num(), rate.den(), video.frames()));
  }

  /** Another master has another sound: the text holds, its times do not. */
  static Revision present(Revision revision, Video video) {
    return revision.video().masterVersion().equals(video.masterVersion())
        ? revision
        : revision.untimed(of(video));
  }

  /** No longer than 24 days. */
  static int durationMs(Video video) {
    return Math.clamp(video.durationMs(), 0, Integer.MAX_VALUE);
  }
}
