package clipdesk.media.clips;

import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipStatus;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The clips bucket in memory: a request is written once, and rewritten by its tag alone. */
@Singleton
@Replaces(S3ClipObjects.class)
final class InMemoryClipObjects implements ClipObjects {
  private final Map<ClipId, Stored> requests = new ConcurrentHashMap<>();
  private final Map<ClipId, ClipStatus> statuses = new ConcurrentHashMap<>();
  private final Map<ClipId, ClipReport> reports = new ConcurrentHashMap<>();
  private final AtomicInteger tags = new AtomicInteger();

  @Override
  public Found find(ClipId id) {
    return new Found(
        Optional.ofNullable(requests.get(id)),
        Optional.ofNullable(statuses.get(id)),
        Optional.ofNullable(reports.get(id)));
  }

  @Override
  public boolean ask(AskedClip request, Instant now) {
    return requests.putIfAbsent(request.id(), stored(request, 1, 1, now)) == null;
  }

  @Override
  public boolean askAgain(Stored previous, AskedClip request, Instant now) {
    long first = previous.firstAttemptOf(request);
    var next = stored(request, previous.attempt() + 1, first, now);
    return requests.replace(request.id(), previous, next);
  }

  private Stored stored(AskedClip request, long attempt, long first, Instant now) {
    return new Stored(Optional.of(request), attempt, first, "tag-" + tags.incrementAndGet(), now);
  }

  /** As if something else had been written over a request. */
  void spoil(ClipId id) {
    var tag = "tag-" + tags.incrementAndGet();
    requests.compute(
        id,
        (_, it) -> Stored.unreadable(Optional.ofNullable(statuses.get(id)), tag, it.writtenAt()));
  }

  /** What the cutter writes on its way. */
  void status(ClipStatus status) {
    statuses.put(new ClipId(status.clipId()), status);
  }

  /** What the cutter writes at the end. */
  void report(ClipReport report) {
    reports.put(new ClipId(report.clipId()), report);
  }

  int requestsWritten() {
    return tags.get();
  }
}
