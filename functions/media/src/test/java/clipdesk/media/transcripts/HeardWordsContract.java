package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.transcript.revision.Revision;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What words of a sound become, wherever they come from: a file that somebody put, a recogniser, or
 * what stands for one. Their words arrive in any order with the text, and are told of twice.
 */
public abstract class HeardWordsContract {
  private static final String TEXT = "Good morning. The council did not sign.";

  /** Of a name of its own: a recogniser hears each sound once. */
  protected final Video video =
      SampleVideos.with(Map.of("videoId", "video-" + UUID.randomUUID().toString().substring(0, 8)));

  protected final TranscriptKey key = new TranscriptKey(video.videoId(), "en");
  protected final InMemoryVideos videos = new InMemoryVideos();
  protected final InMemoryTranscripts transcripts = new InMemoryTranscripts();

  /** Has these words come from there, and the worker told of it; ends when it took them. */
  protected abstract void bring(byte[] words);

  /** The worker is told of all of it once more. */
  protected abstract void tellAgain();

  /** What readers are told of whoever heard the words. */
  protected abstract String source();

  @BeforeEach
  final void takeTheVideoIn() {
    videos.put(video);
  }

  @Test
  final void wordsGiveTheTextItsTimesOnceHoweverOftenTheyAreToldOf() {
    KeptTranscripts.bring(transcripts, video, "en", TEXT);

    bring(spoken("Good morning The council did not sign"));
    tellAgain();
    tellAgain();

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
    assertThat(state().last()).isEqualTo(2);
    assertThat(revision().source()).contains(source());
    assertThat(revision().times().in(0)).isEqualTo(1_000);
  }

  @Test
  final void wordsBeforeTheTextWaitForIt() {
    bring(spoken("Good morning The council did not sign"));
    tellAgain();
    assertThat(state().progress()).isEqualTo(Progress.WAITING_TEXT);

    KeptTranscripts.bring(transcripts, video, "en", TEXT);

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
    assertThat(state().last()).isEqualTo(1);
  }

  @Test
  final void wordsOfAnotherTextLeaveTheRevisionThatWasThere() {
    KeptTranscripts.bring(transcripts, video, "en", TEXT);

    bring(spoken("Nobody here speaks of anything that stands in this text at all"));
    tellAgain();

    assertThat(state().progress()).isEqualTo(Progress.MISMATCH);
    assertThat(state().last()).isEqualTo(1);
  }

  @Test
  final void soundInWhichNobodySpeaksIsToldToEditorsAndNothingElseChanges() {
    KeptTranscripts.bring(transcripts, video, "en", TEXT);

    bring("{\"results\":{\"items\":[]}}".getBytes(UTF_8));
    tellAgain();

    assertThat(KeptTranscripts.refusals(state()))
        .singleElement()
        .asString()
        .contains("There is no word with a time");
    assertThat(state().progress()).isEqualTo(Progress.TEXT_ONLY);
    assertThat(state().last()).isEqualTo(1);
  }

  private TranscriptState state() {
    return transcripts.find(key).orElseThrow().state();
  }

  private Revision revision() {
    return state().current().flatMap(it -> transcripts.revision(key, it.name())).orElseThrow();
  }

  private static byte[] spoken(String words) {
    return HeardWords.transcribe(words);
  }
}
