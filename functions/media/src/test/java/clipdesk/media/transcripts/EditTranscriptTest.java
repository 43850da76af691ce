package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.TranscriptState.Kept;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionReader;
import clipdesk.transcript.revision.RevisionWriter;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same text, brought a second time. */
final class EditTranscriptTest {
  private static final TranscriptKey KEY = new TranscriptKey(SampleVideos.ID, "en");

  private final InMemoryTranscripts transcripts = new InMemoryTranscripts();
  private final EditTranscript editTranscript =
      new EditTranscript(transcripts, new InMemoryActivities(), InstantSource.system());

  @Test
  void sameTextMakesARevisionOnceMoreWhereAnotherAlignerMadeTheFirst() {
    bring();
    bring();
    assertThat(state().last()).isEqualTo(1);
    makeOfAnotherAligner();

    bring();

    assertThat(state().last()).isEqualTo(2);
  }

  private void bring() {
    editTranscript.putText(KEY, SampleVideos.released(), it -> it, "Good morning.".getBytes(UTF_8));
  }

  private TranscriptState state() {
    return transcripts.find(KEY).orElseThrow().state();
  }

  /** In place of the revision that is there. */
  private void makeOfAnotherAligner() {
    var kept = state().current().orElseThrow();
    var old = ofAnotherAligner(transcripts.revision(KEY, kept.name()).orElseThrow());
    var name = transcripts.keepRevision(KEY, old);
    var json = state().json().replace(kept.name(), name);
    transcripts.write(KEY, TranscriptState.read(json), transcripts.find(KEY));
    assertThat(state().current()).isEqualTo(Optional.of(new Kept(1, name)));
  }

  private static Revision ofAnotherAligner(Revision revision) {
    var aligner = "\"aligner\":\"" + revision.aligner() + "\"";
    return RevisionReader.read(
        RevisionWriter.write(revision).replace(aligner, "\"aligner\":\"0\""));
  }
}
