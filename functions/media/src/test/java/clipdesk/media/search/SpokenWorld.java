package clipdesk.media.search;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.transcripts.InMemoryTranscripts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker of the index, with fakes behind it, and words to nudge it with. */
public final class SpokenWorld {
  private final InMemoryIndexFiles files;
  private final TranscriptChangedHandler handler;

  public SpokenWorld(
      InMemoryIndexFiles files,
      InMemoryVideos videos,
      InMemoryTranscripts transcripts,
      Path folder,
      InstantSource clock) {
    this.files = files;
    var ids = new AtomicInteger();
    this.handler =
        new TranscriptChangedHandler(
            new IndexTranscripts(
                files,
                new LocalShards(files, folder),
                new PresentTranscripts(videos, transcripts),
                () -> "shard-" + ids.incrementAndGet(),
                /* mostEntries= */ 5,
                clock));
  }

  /** As S3 tells of objects that were written; answers with the messages that failed. */
  public List<Object> written(String... keys) {
    var messages = new ArrayList<Map<String, Object>>();
    for (var key : keys) {
      var event = Map.of("Records", List.of(Map.of("s3", Map.of("object", Map.of("key", key)))));
      messages.add(Map.of("messageId", key, "body", Json.text(event)));
    }
    return handled(Json.text(Map.of("Records", messages)));
  }

  /** A message of another kind. */
  public List<Object> told(String body) {
    return handled(
        Json.text(Map.of("Records", List.of(Map.of("messageId", "other", "body", body)))));
  }

  public List<Object> written(Video video, String language) {
    return written("transcripts/%s/%s/state.json".formatted(video.videoId(), language));
  }

  int shards() {
    return files.manifest().map(it -> it.manifest().shards().size()).orElse(0);
  }

  /** The event of a queue, as the runtime gives it. */
  public List<Object> handled(String text) {
    var event = text.getBytes(StandardCharsets.UTF_8);
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var failures =
        (List<?>) Json.object(answer.toString(StandardCharsets.UTF_8)).get("batchItemFailures");
    return failures.stream().map(it -> (Object) ((Map<?, ?>) it).get("itemIdentifier")).toList();
  }
}
