package clipdesk.media.clips;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.catalogue.Video;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.FrameRate;
import java.time.Instant;
import java.util.List;

/**
 * What is asked of the cutter; its content makes the clip's id, whoever asks.
 *
 * @param master the exact file to cut
 * @param masterVersion names that file in the id
 * @param profile with its revision, as in {@code exact@1}
 * @param tracks ids, sorted
 */
record AskedClip(
    ClipId id,
    String videoId,
    StoredObject master,
    String masterVersion,
    FrameRange range,
    FrameRate rate,
    String profile,
    List<String> tracks) {
  AskedClip {
    tracks = tracks.stream().sorted().toList();
  }

  static AskedClip of(Video video, FrameRange range, List<String> tracks) {
    return new AskedClip(
        new ClipId(
            ClipRequest.id(
                video.videoId(),
                video.masterVersion(),
                range.in(),
                range.out(),
                ClipRequest.PROFILE,
                tracks)),
        video.videoId(),
        video.master().file(),
        video.masterVersion(),
        range,
        Timeline.of(video).rate(),
        ClipRequest.PROFILE,
        tracks);
  }

  /**
   * What a request asks for.
   *
   * @throws UnreadableException if its positions cannot be told in milliseconds, too
   */
  static AskedClip of(ClipRequest request) {
    var rate = new FrameRate(request.frameRate().num(), request.frameRate().den());
    var clip =
        new AskedClip(
            new ClipId(request.clipId()),
            request.videoId(),
            request.source(),
            request.masterVersion(),
            new FrameRange(request.inFrame(), request.outFrame()),
            rate,
            request.profile(),
            request.tracks());
    if (!clip.hasMillis()) {
      throw new UnreadableException("frameRate", "cannot be told in milliseconds");
    }
    return clip;
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
    return masterVersion.equals(video.masterVersion()) && !master.equals(video.master().file());
  }

  /**
   * The request for it.
   *
   * @param firstAttempt the one with which this master was first asked for
   */
  ClipRequest request(long attempt, long firstAttempt, Instant requestedAt) {
    return new ClipRequest(
        videoId,
        attempt,
        firstAttempt,
        requestedAt,
        master,
        masterVersion,
        range.in(),
        range.out(),
        new Rate(rate.num(), rate.den()),
        profile,
        tracks);
  }
}
