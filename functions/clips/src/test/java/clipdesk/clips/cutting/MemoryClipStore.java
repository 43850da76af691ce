package clipdesk.clips.cutting;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.io.StoredClip;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A clips bucket in memory, with the conditional writes of the real one, and a way to be watched: a
 * write may be the last thing that a worker does.
 */
final class MemoryClipStore implements ClipStore {
  final Map<String, String> requests = new HashMap<>();
  final Map<String, byte[]> clips = new HashMap<>();
  final Map<String, Map<String, Object>> reports = new HashMap<>();

  /** Indexes by the id of their video. */
  final Map<String, byte[]> indexes = new HashMap<>();

  int indexesRead;

  /** Whether a status is written and its writer told that somebody was faster. */
  BooleanSupplier losesAnswer = () -> false;

  /** Called with the name of each write before it is done, and again after it. */
  Consumer<Write> watcher = write -> {};

  private final Map<String, TaggedStatus> statuses = new ConcurrentHashMap<>();
  private final AtomicLong tags = new AtomicLong();

  record Write(String of, boolean done) {}

  private void write(String of, Runnable write) {
    watcher.accept(new Write(of, /* done= */ false));
    write.run();
    watcher.accept(new Write(of, /* done= */ true));
  }

  void clear() {
    requests.clear();
    clips.clear();
    reports.clear();
    statuses.clear();
  }

  ClipStatus statusOf(String clipId) {
    return statuses.get(clipId).status().orElseThrow();
  }

  /** As if something else had been written over it. */
  void spoilStatus(String clipId) {
    statuses.put(clipId, new TaggedStatus(Optional.empty(), "spoilt"));
  }

  @Override
  public Optional<String> request(String clipId) {
    return Optional.ofNullable(requests.get(clipId));
  }

  @Override
  public boolean published(String clipId) {
    return reports.containsKey(clipId) && !reports.get(clipId).isEmpty();
  }

  @Override
  public Optional<TaggedStatus> status(String clipId) {
    return Optional.ofNullable(statuses.get(clipId));
  }

  @Override
  public synchronized Optional<String> putStatus(
      String clipId, ClipStatus status, Optional<String> tag) {
    var present = Optional.ofNullable(statuses.get(clipId)).map(TaggedStatus::tag);
    if (!present.equals(tag)) {
      return Optional.empty();
    }
    var next = Long.toString(tags.incrementAndGet());
    var stored = new TaggedStatus(Optional.of(ClipStatus.read(status.json())), next);
    write("status", () -> statuses.put(clipId, stored));
    return losesAnswer.getAsBoolean() ? Optional.empty() : Optional.of(next);
  }

  @Override
  public ByteSource master(StoredObject version) {
    return new MemorySource(new byte[(int) version.sizeBytes()], version.etag());
  }

  @Override
  public Optional<ByteSource> index(ClipRequest request) {
    indexesRead++;
    return Optional.ofNullable(indexes.get(request.videoId()))
        .map(bytes -> new MemorySource(bytes, "index"));
  }

  @Override
  public void discard(String clipId) {
    write("discard", () -> clips.remove(clipId));
  }

  @Override
  public ClipSink clip(String clipId, StoredObject version) {
    return new Sink(clipId);
  }

  @Override
  public void putReport(ClipReport report) {
    write("report", () -> reports.put(report.clipId(), Json.object(report.json())));
  }

  private final class Sink implements ClipSink {
    private final String clipId;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Sink(String clipId) {
      this.clipId = clipId;
    }

    @Override
    public boolean copiesRanges() {
      return false;
    }

    @Override
    public void part(int number, ByteBuffer data) {
      var copy = new byte[data.remaining()];
      data.get(copy);
      write("part", () -> bytes.writeBytes(copy));
    }

    @Override
    public void copyPart(int number, long sourceOffset, long length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StoredClip finish(long sizeBytes) throws FileAlreadyExistsException {
      VerificationFailedException.requireSize(bytes.size(), sizeBytes);
      if (clips.containsKey(clipId)) {
        throw new FileAlreadyExistsException(clipId);
      }
      write("clip", () -> clips.put(clipId, bytes.toByteArray()));
      return new StoredClip(bytes.size(), 1, Optional.of("\"tag\""), Optional.empty());
    }

    @Override
    public void abort() {
      bytes.reset();
    }

    @Override
    public void close() {}
  }
}
