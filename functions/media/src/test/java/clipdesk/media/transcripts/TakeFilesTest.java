package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers that die, are overtaken, or meet a store that fails. */
final class TakeFilesTest extends BroughtWorld {
  @BeforeEach
  void takeTheVideoIn() {
    videos.put(VIDEO);
  }

  /** Killed at its first write, its second, and so on: the next one does all of it. */
  @Test
  void workerThatIsKilledAtAnyWriteLeavesNothingHalfDone() {
    var survived = false;
    for (var write = 1; !survived; write++) {
      var text = "Good morning, number %d.".formatted(write);
      put(TEXT, text);
      var before = transcripts.find(KEY);
      var left = new AtomicInteger(write);
      var dying =
          new TranscriptsAround(
              transcripts,
              method -> {
                if (!TranscriptsAround.READS.contains(method) && left.decrementAndGet() == 0) {
                  throw new IllegalStateException("killed");
                }
              });
      survived = told(dying, TEXT).isEmpty();
      if (!survived) {
        assertThat(transcripts.find(KEY)).isEqualTo(before);
      }
      told(TEXT);
      assertThat(revisionText()).isEqualTo(text);
      aSecondLater();
    }
    assertThat(state().last()).isEqualTo(4);
  }

  /** Before the worker's first call of the store, its second, and so on. */
  @Test
  void editorWhoWritesMeanwhileIsNotOverwritten() {
    put(TEXT, "Of the file.");
    aSecondLater();
    for (var call = 1; call <= 5; call++) {
      transcripts = new InMemoryTranscripts();
      var left = new AtomicInteger(call);
      var overtaken =
          new TranscriptsAround(
              transcripts,
              _ -> {
                if (left.decrementAndGet() == 0) {
                  edit("Of the editor.");
                }
              });

      assertThat(told(overtaken, TEXT)).isEmpty();

      assertThat(left.get()).isNotPositive();
      assertThat(revisionText()).isEqualTo("Of the editor.");
    }
  }

  @Test
  void messageThatFailsComesAgainAndTheOthersDoNot() {
    var broken =
        new TranscriptsAround(
            transcripts,
            _ -> {
              throw new IllegalStateException("503");
            });
    put(TEXT, "Good morning.");

    assertThat(told(broken, "ingest-reports/another-video.json", TEXT)).containsExactly(TEXT);
    assertThat(told(broken, "masters/X/transcripts/en.txt", "masters/x.txt")).isEmpty();
  }
}
