package clipdesk.media.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.recognition.WordsSource.Answer;
import clipdesk.media.transcripts.HeardWords;
import clipdesk.media.transcripts.InMemoryActivities;
import clipdesk.media.transcripts.InMemoryRecognitionRequests;
import clipdesk.media.transcripts.InMemoryTranscripts;
import clipdesk.media.transcripts.KeptTranscripts;
import clipdesk.media.transcripts.RecognisedSound;
import clipdesk.media.transcripts.RecognisedWords;
import clipdesk.media.transcripts.RecognitionRequests;
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.media.transcripts.TranscriptState;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.media.transcripts.TranscriptsAround;
import clipdesk.transcript.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Workers that die while they have words recognised, or are overtaken by an editor. */
final class KilledRecognitionTest {
  private static final Video VIDEO = SampleVideos.released();
  private static final TranscriptKey KEY = new TranscriptKey(SampleVideos.ID, "en");
  private static final RecognisedSound SOUND = new RecognisedSound(KEY, VIDEO.masterVersion());
  private static final String SPOKEN = "Good morning The council did not sign";
  private static final Consumer<String> NOTHING = _ -> {};

  private final InMemoryVideos videos = new InMemoryVideos();
  private InMemoryTranscripts transcripts;
  private InMemoryRecognitionRequests requests;
  private KeptSounds sounds;
  private FixtureWords source;

  /** Killed at its first write, its second, and so on: the next one does all of it, once. */
  @Test
  void workerThatIsKilledAtAnyWriteLeavesNothingHalfDone() {
    var killedAt = new ArrayList<String>();
    for (var write = 1; killedAt.size() == write - 1; write++) {
      askForTheWordsOfAVideo();
      var left = new AtomicInteger(write);
      Consumer<String> dies =
          method -> {
            if (!TranscriptsAround.READS.contains(method) && left.decrementAndGet() == 0) {
              killedAt.add(method);
              throw new IllegalStateException("killed");
            }
          };

      look(dies);
      look(NOTHING);
      source.end(SOUND, new Answer.Here(HeardWords.transcribe(SPOKEN)));
      look(dies);
      look(NOTHING);

      assertThat(source.started()).as("jobs").isEqualTo(1);
      assertThat(sounds.copied).hasSize(1);
      assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
      assertThat(state().last()).as("the text's revision and that of its words").isEqualTo(2);
      assertThat(KeptTranscripts.refusals(state())).isEmpty();
      assertThat(requests.open()).isEmpty();
    }
    assertThat(killedAt)
        .containsExactly(
            "keep", "ask", "keep", "ask", "keepSource", "keepRevision", "write", "settle");
  }

  /** Before the worker's first call of the store, its second, and so on. */
  @Test
  void editorWhoWritesMeanwhileIsNotOverwritten() {
    var overtaken = true;
    for (var call = 1; overtaken; call++) {
      askForTheWordsOfAVideo();
      look(NOTHING);
      source.end(SOUND, new Answer.Here(HeardWords.transcribe(SPOKEN)));
      var left = new AtomicInteger(call);

      look(
          _ -> {
            if (left.decrementAndGet() == 0) {
              bring("Good morning. The council will not sign.");
            }
          });
      overtaken = left.get() <= 0;
      look(NOTHING);

      assertThat(revision().source()).as("call %d", call).contains("fixture");
      assertThat(revision().script().official().text())
          .contains(overtaken ? "will not sign" : "did not sign");
      assertThat(requests.open()).isEmpty();
    }
  }

  private void askForTheWordsOfAVideo() {
    transcripts = new InMemoryTranscripts();
    requests = new InMemoryRecognitionRequests();
    sounds = new KeptSounds();
    source = new FixtureWords();
    videos.put(VIDEO);
    bring("Good morning. The council did not sign.");
    requests.ask(SOUND);
  }

  private void bring(String text) {
    KeptTranscripts.bring(transcripts, VIDEO, "en", text);
  }

  /** At what is open, by a worker of whose calls something is told before. */
  private void look(Consumer<String> before) {
    var worker =
        new RecogniseSounds(
            videos,
            settling(before),
            (video, track) -> {
              before.accept("keep");
              return sounds.keep(video, track);
            },
            (sound, track, language) -> {
              before.accept("ask");
              return source.ask(sound, track, language);
            },
            "fixture",
            new RecognisedWords(
                new TranscriptsAround(transcripts, before),
                new InMemoryActivities(),
                new TickingClock("2026-02-12T15:00:00Z")));
    try {
      worker.bringOn(worker.open());
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
    }
  }

  private RecognitionRequests settling(Consumer<String> before) {
    return new RecognitionRequests() {
      @Override
      public void ask(RecognisedSound sound) {
        requests.ask(sound);
      }

      @Override
      public List<RecognisedSound> open() {
        return requests.open();
      }

      @Override
      public void settle(RecognisedSound sound) {
        before.accept("settle");
        requests.settle(sound);
      }
    };
  }

  private TranscriptState state() {
    return transcripts.find(KEY).orElseThrow().state();
  }

  private Revision revision() {
    return transcripts.revision(KEY, state().current().orElseThrow().name()).orElseThrow();
  }
}
