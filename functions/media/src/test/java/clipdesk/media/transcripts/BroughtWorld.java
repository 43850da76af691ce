package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.Seen.Refusal;
import clipdesk.media.transcripts.Transcripts.Stored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files that are put for the transcript of a video, and a worker to be told of them. */
abstract class BroughtWorld {
  static final Video VIDEO = SampleVideos.released();
  static final TranscriptKey KEY = new TranscriptKey(SampleVideos.ID, "en");
  static final String TEXT = "masters/" + SampleVideos.ID + "/transcripts/en.txt";
  static final String WORDS = "words/" + SampleVideos.ID + "/en";

  final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  final InMemoryVideos videos = new InMemoryVideos();
  final InMemoryBroughtFiles files = new InMemoryBroughtFiles(clock);
  final InMemoryRecognitionRequests requests = new InMemoryRecognitionRequests();
  final InMemoryActivities activities = new InMemoryActivities();
  RecognitionPolicy policy = RecognitionPolicy.NEVER;
  InMemoryTranscripts transcripts = new InMemoryTranscripts();

  void put(String key, String content) {
    files.put(key, content.getBytes(UTF_8));
  }

  void edit(String text) {
    editing(transcripts).putText(KEY, VIDEO, stored -> stored, text.getBytes(UTF_8));
  }

  EditTranscript editing(Transcripts store) {
    return new EditTranscript(store, activities, clock);
  }

  TranscriptState state() {
    return transcripts.find(KEY).map(Stored::state).orElseThrow();
  }

  Refusal refusal(Brought kind) {
    return state().seen().get(kind).refused().orElseThrow();
  }

  String revisionText() {
    var revision = state().current().flatMap(it -> transcripts.revision(KEY, it.name()));
    return revision.map(it -> it.script().official().text()).orElseThrow();
  }

  List<Object> told(String... keys) {
    return told(transcripts, keys);
  }

  void aSecondLater() {
    clock.pass(Duration.ofSeconds(1));
  }

  /** Answers with the messages that failed. */
  List<Object> told(Transcripts store, String... keys) {
    var messages = new ArrayList<Map<String, Object>>();
    for (var key : keys) {
      var event = Map.of("Records", List.of(Map.of("s3", Map.of("object", Map.of("key", key)))));
      messages.add(Map.of("messageId", key, "body", Json.text(event)));
    }
    return handle(store, Json.text(Map.of("Records", messages)));
  }

  List<Object> handle(String event) {
    return handle(transcripts, event);
  }

  List<Object> handle(Transcripts store, String event) {
    var handler =
        new TranscriptFilesHandler(
            new TakeFiles(
                videos,
                files,
                store,
                editing(store),
                new AskForWords(store, editing(store), requests, policy)));
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var failures = (List<?>) Json.object(answer.toString(UTF_8)).get("batchItemFailures");
    return failures.stream().map(it -> (Object) ((Map<?, ?>) it).get("itemIdentifier")).toList();
  }
}
