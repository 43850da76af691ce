package clipdesk.media.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.TickingClock;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.search.IndexFiles.MissingFileException;
import clipdesk.media.transcripts.InMemoryTranscripts;
import clipdesk.media.transcripts.KeptTranscripts;
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.transcript.search.AskedReader;
import clipdesk.transcript.search.Sought;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexTranscriptsTest {
  private static final int MOST = 3;

  @TempDir Path folder;

  private final InMemoryIndexFiles files = new InMemoryIndexFiles();
  private final InMemoryVideos videos = new InMemoryVideos();
  private final InMemoryTranscripts transcripts = new InMemoryTranscripts();
  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final AtomicInteger ids = new AtomicInteger();
  private OpenShards reader;

  @AfterEach
  void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  @Test
  void fullShardTakesNoMoreAndKeepsWhatItHas() throws Exception {
    for (var number = 0; number < 7; number++) {
      bring("video-" + number, "A treaty.\n");
      worker(files).bringUpToDate(List.of(key(number)), List.of());
    }
    assertThat(counts()).containsExactly(3, 3, 1);

    bring("video-0", "A letter.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());

    assertThat(counts()).containsExactly(3, 3, 1);
    assertThat(found("letter")).containsExactly("video-0");
    assertThat(found("treaty")).hasSize(6).doesNotContain("video-0");
  }

  @Test
  void manyAtATimeAreSharedOut() throws Exception {
    for (var number = 0; number < 7; number++) {
      bring("video-" + number, "A treaty.\n");
    }

    worker(files)
        .bringUpToDate(List.of(key(0), key(1), key(2), key(3), key(4), key(5), key(6)), List.of());

    assertThat(counts()).containsExactly(3, 3, 1);
    assertThat(found("treaty")).hasSize(7);
  }

  @Test
  void transcriptThatIsDeletedLeavesAndItsShardWithTheLast() throws Exception {
    bring("video-0", "A treaty.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    KeptTranscripts.delete(transcripts, key(0));

    worker(files).bringUpToDate(List.of(key(0)), List.of());

    assertThat(counts()).isEmpty();
    assertThat(found("treaty")).isEmpty();
  }

  @Test
  void videoThatIsTakenInLaterBringsItsTranscript() throws Exception {
    KeptTranscripts.bring(transcripts, SampleVideos.released(), "en", "A treaty.\n");
    worker(files).bringUpToDate(List.of(), List.of(SampleVideos.ID));
    assertThat(counts()).isEmpty();
    videos.put(SampleVideos.released());

    worker(files).bringUpToDate(List.of(), List.of(SampleVideos.ID));

    assertThat(found("treaty")).containsExactly(SampleVideos.ID);
  }

  /** Killed at its first write, its second, and so on: the next one does all of it. */
  @Test
  void workerThatIsKilledAtAnyWriteLeavesNothingHalfVisible() throws Exception {
    bring("video-0", "A treaty.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    var survived = false;
    for (var write = 1; !survived; write++) {
      bring("video-0", "A letter, number %d.\n".formatted(write));
      var before = found(write == 1 ? "treaty" : "letter");
      assertThat(before).containsExactly("video-0");
      var killed = new KilledIndexFiles(files, write);
      try {
        worker(killed).bringUpToDate(List.of(key(0)), List.of());
        survived = true;
      } catch (KilledIndexFiles.Killed expected) {
        assertThat(found("\"number " + write + "\"")).isEmpty();
      }
      worker(files).bringUpToDate(List.of(key(0)), List.of());
      assertThat(found("\"number " + write + "\"")).containsExactly("video-0");
      assertThat(found("letter")).containsExactly("video-0");
      assertThat(counts()).containsExactly(1);
    }
  }

  @Test
  void ofTwoWorkersTheSlowerOneLooksAgain() throws Exception {
    bring("video-0", "A treaty.\n");
    bring("video-1", "A treaty.\n");
    var overtaken =
        new OvertakenIndexFiles(
            files, () -> worker(files).bringUpToDate(List.of(key(1)), List.of()));

    worker(overtaken).bringUpToDate(List.of(key(0)), List.of());

    assertThat(found("treaty")).containsExactlyInAnyOrder("video-0", "video-1");
  }

  @Test
  void filesThatNoManifestNamesGoAfterADay() throws Exception {
    bring("video-0", "A treaty.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    var first = files.names();
    bring("video-0", "A letter.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    assertThat(files.names()).containsAll(first);

    clock.pass(Duration.ofDays(1).plusMillis(1));
    bring("video-0", "A note.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());

    assertThat(files.names()).doesNotContainAnyElementsOf(first);
    assertThat(found("note")).containsExactly("video-0");
  }

  @Test
  void readerWithAnOldManifestLooksForTheNewestWhenAFileIsGone() throws Exception {
    bring("video-0", "A treaty.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    var stale = files.manifest().orElseThrow();
    bring("video-0", "A letter.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    var old = new StaleIndexFiles(files, stale);
    var gone = files.names();
    files.manifest().orElseThrow().manifest().dropped().forEach(it -> files.delete(it.name()));
    assertThat(gone).isNotEqualTo(files.names());

    reader = new OpenShards(old, new LocalShards(old, folder.resolve("stale")), clock);
    var batch = find(reader, "letter");

    assertThat(batch.incomplete()).isFalse();
    assertThat(batch.found()).hasSize(1);
  }

  @Test
  void shardThatIsOpenedAheadIsSearchedWithoutFetchingAnything() throws Exception {
    bring("video-0", "A treaty.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    reader = new OpenShards(files, new LocalShards(files, folder.resolve("reader")), clock);

    reader.openNewest();
    files.lose();

    var batch = find(reader, "treaty");
    assertThat(batch.incomplete()).isFalse();
    assertThat(batch.found()).hasSize(1);
  }

  @Test
  void indexThatCannotBeOpenedAheadIsToldOfByTheSearch() {
    files.lose();
    reader = new OpenShards(files, new LocalShards(files, folder.resolve("reader")), clock);

    reader.openNewest();

    assertThat(find(reader, "treaty").found()).isEmpty();
  }

  @Test
  void indexWithAHoleIsNotWrittenOver() throws Exception {
    bring("video-0", "A treaty.\n");
    worker(files).bringUpToDate(List.of(key(0)), List.of());
    files.lose();
    bring("video-0", "A letter.\n");

    assertThatThrownBy(() -> worker(files).bringUpToDate(List.of(key(0)), List.of()))
        .isInstanceOf(MissingFileException.class);
  }

  private void bring(String videoId, String text) {
    var video = SampleVideos.with(videoId, "2026-02-12", Map.of());
    videos.put(video);
    KeptTranscripts.bring(transcripts, video, "en", text);
  }

  private static TranscriptKey key(int number) {
    return new TranscriptKey("video-" + number, "en");
  }

  /** With nothing on its disk, as after a kill. */
  private IndexTranscripts worker(IndexFiles store) {
    return new IndexTranscripts(
        store,
        new LocalShards(store, folder.resolve("worker-" + ids.incrementAndGet())),
        new PresentTranscripts(videos, transcripts),
        () -> "shard-" + ids.incrementAndGet(),
        MOST,
        clock);
  }

  private List<Integer> counts() {
    return files.manifest().stream()
        .flatMap(it -> it.manifest().shards().stream())
        .map(Manifest.Shard::count)
        .toList();
  }

  private List<String> found(String question) throws IOException {
    if (reader == null) {
      reader = new OpenShards(files, new LocalShards(files, folder.resolve("reader")), clock);
    }
    clock.pass(OpenShards.LOOKS_EVERY);
    return find(reader, question).found().stream().map(it -> it.place().videoId()).toList();
  }

  private static OpenShards.Batch find(OpenShards reader, String question) {
    return reader.find(
        Sought.of(AskedReader.read(question)), new Sought.Page(Optional.empty(), 100, Set.of()));
  }
}
