package clipdesk.media.clips;

import clipdesk.common.aws.SideBySide;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.clips.ClipObjects.Found;
import clipdesk.media.limits.AccountLimits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;

/** Asks for clips; one that exists, or is being cut, is not asked for twice. */
@Singleton
final class RequestClips {
  /** After that many tries of one stored master a failure is final. */
  static final int MAX_ATTEMPTS = 3;

  private final ClipObjects objects;
  private final Requesters requesters;
  private final AccountLimits limits;
  private final InstantSource clock;

  RequestClips(
      ClipObjects objects, Requesters requesters, AccountLimits limits, InstantSource clock) {
    this.objects = objects;
    this.requesters = requesters;
    this.limits = limits;
    this.clock = clock;
  }

  /** A clip as asked for, and how it stands. */
  record Requested(AskedClip request, ClipState state, OwnWords words) {}

  /**
   * Identical ranges collapse to one clip, with the first one's words. Nothing is written unless
   * the day's allowance has room for all clips that are new.
   *
   * @param ranges at least one, each inside the video
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests}, {@code
   *     quota-exceeded}
   */
  List<Requested> request(
      String accountId, Video video, List<WantedRange> ranges, List<String> tracks) {
    limits.countClipRequest(accountId);
    var wanted = new LinkedHashMap<AskedClip, OwnWords>();
    ranges.forEach(it -> wanted.putIfAbsent(AskedClip.of(video, it.range(), tracks), it.words()));
    var requests = List.copyOf(wanted.keySet());
    var found = SideBySide.map(requests, request -> objects.find(request.id()));
    int fresh = (int) found.stream().filter(Found.NOTHING::equals).count();
    if (fresh > 0) {
      limits.countNewClips(accountId, fresh);
    }
    var now = clock.instant();
    return SideBySide.map(
        requests,
        request -> {
          var state = ask(request, found.get(requests.indexOf(request)), now);
          var words = wanted.get(request);
          requesters.asked(accountId, request.id(), words, now);
          return new Requested(request, state, words);
        });
  }

  private ClipState ask(AskedClip request, Found found, Instant now) {
    if (found.asked().isEmpty()) {
      // Without its request nobody could tell any more whose a published clip is.
      return write(request, found, now) && found.report().isEmpty()
          ? ClipState.QUEUED
          : present(request.id(), now);
    }
    var stored = found.request().orElseThrow();
    var state = ClipState.of(found, now);
    boolean moved = !stored.isFrom(request.master());
    boolean again =
        moved
            ? state.status().equals("failed")
            : state.retryable() && stored.tries() < MAX_ATTEMPTS;
    if (!again) {
      return state;
    }
    return objects.askAgain(stored, request, now) ? ClipState.QUEUED : present(request.id(), now);
  }

  /** Where there is none, or none that can be read. */
  private boolean write(AskedClip request, Found found, Instant now) {
    return found
        .request()
        .map(spoilt -> objects.askAgain(spoilt, request, now))
        .orElseGet(() -> objects.ask(request, now));
  }

  /** As another caller, who was a little faster, has left it. */
  private ClipState present(ClipId id, Instant now) {
    return ClipState.of(objects.find(id), now);
  }
}
