package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.Video;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Finds a video for somebody, who may then see it or take from it. */
@Singleton
public final class ReadVideo {
  private final Videos videos;
  private final InstantSource clock;

  ReadVideo(Videos videos, InstantSource clock) {
    this.videos = videos;
    this.clock = clock;
  }

  /**
   * A video to cut or to download from.
   *
   * @param editor whether an embargo does not stop the caller
   * @throws clipdesk.common.problem.ProblemException {@code not-found}, {@code embargoed}, {@code
   *     withdrawn}, {@code legal-block}
   */
  public Video toTake(String videoId, boolean editor) {
    var video = find(videoId);
    Release.requireTakeable(video, editor, clock.instant());
    return video;
  }

  /** As {@link #toTake} for whoever only looks: an announced embargo may be seen. */
  Video toSee(String videoId) {
    var video = find(videoId);
    Release.requireVisible(video, clock.instant());
    return video;
  }

  private Video find(String videoId) {
    if (!MasterKeys.isVideoId(videoId)) {
      throw Release.noSuchVideo();
    }
    return videos.find(videoId).orElseThrow(Release::noSuchVideo);
  }
}
