package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.TranscriptState.Kept;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.text.OfficialText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class TranscriptsContract {
  private final TranscriptKey key =
      new TranscriptKey("video-" + UUID.randomUUID().toString().substring(0, 8), "en");

  abstract Transcripts transcripts();

  static TranscriptState state(int version) {
    return new TranscriptState(
        version,
        Progress.ALIGNED,
        Optional.of("sources/1"),
        Optional.of(new TranscriptState.Words("sources/2", "9f2c11d0a4be7710", "fixture")),
        List.of(Map.of("op", "merge", "label", "A", "into", "B")),
        List.of(new Kept(version, "revisions/r" + version)),
        version,
        Map.of(
            Brought.TEXT,
            Seen.byEditor(Instant.parse("2026-02-12T15:00:00.5Z")),
            Brought.WORDS,
            new Seen(
                Instant.parse("2026-02-12T15:00:00Z"),
                Optional.of("\"5e2c\""),
                Optional.of(new Seen.Refusal("bad-form", "It breaks off")))),
        Optional.of("0c9a"));
  }

  static Revision sample() {
    var text = OfficialText.of("Ana Sample, Spokesperson\nGood morning, “all” – здоров’я.\n");
    var facts = Facts.of(SampleVideos.released());
    var input =
        new RevisionMaker.Input(
            facts, text, "en", List.of(), List.of(), Optional.empty(), Optional.empty());
    return RevisionMaker.make(input, Optional.empty()).revision().orElseThrow();
  }

  @Test
  void stateIsWrittenOnceAndThenByWhoReadIt() {
    assertThat(transcripts().find(key)).isEmpty();
    assertThat(transcripts().write(key, state(1), Optional.empty())).isTrue();
    assertThat(transcripts().write(key, state(7), Optional.empty())).isFalse();
    var first = transcripts().find(key);
    assertThat(first.orElseThrow().state()).isEqualTo(state(1));

    assertThat(transcripts().write(key, state(2), first)).isTrue();
    assertThat(transcripts().write(key, state(3), first)).isFalse();

    assertThat(transcripts().find(key).orElseThrow().state()).isEqualTo(state(2));
  }

  @Test
  void anotherLanguageIsAnotherTranscript() {
    transcripts().write(key, state(1), Optional.empty());

    assertThat(transcripts().find(new TranscriptKey(key.videoId(), "fr"))).isEmpty();
  }

  @Test
  void whatIsKeptIsThereByItsName() {
    var bytes = new byte[] {0, -1, 10, 13, 127};
    var name = transcripts().keepSource(key, bytes);

    assertThat(transcripts().source(key, name)).isEqualTo(bytes);
    assertThat(transcripts().keepSource(key, bytes)).isEqualTo(name);
    assertThat(transcripts().keepSource(key, "x".getBytes(StandardCharsets.UTF_8)))
        .isNotEqualTo(name);
    assertThatThrownBy(() -> transcripts().source(key, "sources/none"))
        .isInstanceOf(Transcripts.MissingPartException.class);
  }

  @Test
  void revisionIsReadAsItWasKept() {
    var name = transcripts().keepRevision(key, sample());

    var read = transcripts().revision(key, name).orElseThrow();
    assertThat(read.script().official()).isEqualTo(sample().script().official());
    assertThat(read.times()).isEqualTo(sample().times());
    assertThat(transcripts().keepRevision(key, read)).isEqualTo(name);
  }

  @Test
  void stateComesWithTheRevisionThatItNamesLast() {
    assertThat(transcripts().current(key)).isEmpty();
    var name = transcripts().keepRevision(key, sample());
    var none = TranscriptState.NONE.withEdits(List.of());
    transcripts().write(key, none.made(Progress.ALIGNED, new Kept(1, name)), Optional.empty());

    var standing = transcripts().current(key).orElseThrow();
    assertThat(standing.state()).isEqualTo(transcripts().find(key).orElseThrow().state());
    assertThat(standing.revision().orElseThrow().times()).isEqualTo(sample().times());

    transcripts().write(key, none, transcripts().find(key));
    assertThat(transcripts().current(key).orElseThrow().revision()).isEmpty();
  }

  @Test
  void stateOfManyCorrectionsIsReadWhole() {
    var edits =
        IntStream.range(0, 500)
            .mapToObj(it -> Map.<String, Object>of("op", "merge", "label", "A" + it, "into", "B"))
            .toList();
    var name = transcripts().keepRevision(key, sample());
    var corrected = TranscriptState.NONE.withEdits(edits).made(Progress.ALIGNED, new Kept(1, name));
    transcripts().write(key, corrected, Optional.empty());

    assertThat(transcripts().find(key).orElseThrow().state()).isEqualTo(corrected);
    assertThat(transcripts().current(key).orElseThrow().state()).isEqualTo(corrected);
    assertThat(transcripts().write(key, state(9), transcripts().find(key))).isTrue();
  }
}
