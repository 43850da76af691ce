package clipdesk.media.clips;

import clipdesk.common.identity.Caller;
import clipdesk.cutter.FrameRange;
import clipdesk.media.MediaConfig;
import clipdesk.media.catalogue.Video;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for clips; one that exists, or is being cut, is not asked for twice. */
@Singleton
final class RequestClips {
  private static final int REQUESTS_PER_MINUTE = 30;
  private static final int MAX_ATTEMPTS = 3;

  private final ClipObjects objects;
  private final Requesters requesters;
  private final MediaConfig config;
  private final InstantSource clock;

  RequestClips(
      ClipObjects objects, Requesters requesters, MediaConfig config, InstantSource clock) {
    this.objects = objects;
    this.requesters = requesters;
    this.config = config;
    this.clock = clock;
  }

  /** A clip as asked for, and how it stands. */
  record Requested(String clipId, FrameRange range, ClipState state, String label) {}

  /**
   * @param labels for the ranges, in the same order
   */
  List<Requested> request(
      Caller caller,
      Video video,
      List<FrameRange> ranges,
      List<String> labels,
      List<String> tracks) {
    var now = clock.instant();
    requesters.count("clip-requests", caller.accountId(), 1, REQUESTS_PER_MINUTE, now);
    Map<String, Requested> requested = new LinkedHashMap<>();
    for (int i = 0; i < ranges.size(); i++) {
      var range = ranges.get(i);
      var label = labels.get(i);
      var clipId = ClipId.of(video.videoId(), video.masterVersion(), range, tracks).text();
      requested.computeIfAbsent(
          clipId,
          id -> new Requested(id, range, request(caller, id, video, range, tracks, now), label));
      requesters.asked(caller.accountId(), clipId, label, now);
    }
    return List.copyOf(requested.values());
  }

  private ClipState request(
      Caller caller,
      String clipId,
      Video video,
      FrameRange range,
      List<String> tracks,
      Instant now) {
    var found = objects.find(clipId);
    if (found.request().isEmpty() && found.report().isEmpty()) {
      requesters.count("clips-per-day", caller.accountId(), 1, config.clipsPerDay(), now);
      objects.request(clipId, video, range, tracks, now);
    } else if (mayTryAgain(found, now)) {
      objects.requestAgain(clipId, found.request().get(), now);
      return new ClipState("queued", false, Map.of());
    }
    return ClipState.of(objects.find(clipId), now)
        .orElseGet(() -> new ClipState("queued", false, Map.of()));
  }

  private static boolean mayTryAgain(ClipObjects.Found found, Instant now) {
    return found.request().filter(request -> request.attempt() < MAX_ATTEMPTS).isPresent()
        && ClipState.of(found, now).filter(ClipState::retryable).isPresent();
  }
}
