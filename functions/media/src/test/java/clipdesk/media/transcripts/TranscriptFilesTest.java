package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.catalogue.Track;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.Seen.Refusal;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.media.transcripts.Transcripts.Stored;
import clipdesk.transcript.text.TextReader;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.Activity.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are put beside a master, told of through the entry class. */
final class TranscriptFilesTest extends BroughtWorld {
  private static final Track.Sound SOUND = SpokenTrack.of(VIDEO, "en").orElseThrow();
  private static final String ACTIVITY =
      "activity/%s/%s/a1.json".formatted(SampleVideos.ID, VIDEO.masterVersion());

  private static final String HTML = TEXT.replace(".txt", ".html");
  private static final String TAKEN_IN = "ingest-reports/" + SampleVideos.ID + ".json";
  private static final String SPOKEN =
      """
      WEBVTT

      00:01.000 --> 00:04.000
      Good morning. The council did not sign.
      """;

  @BeforeEach
  void takeTheVideoIn() {
    videos.put(VIDEO);
  }

  @Test
  void exampleEventMakesARevisionOfTheTextBesideTheMaster() throws IOException {
    put(TEXT, "Good morning. The council did not sign.");

    assertThat(handle(Files.readString(Path.of("../../events/transcript-text-put.json"))))
        .isEmpty();

    assertThat(state().progress()).isEqualTo(Progress.TEXT_ONLY);
    assertThat(revisionText()).isEqualTo("Good morning. The council did not sign.");
  }

  @Test
  void wordsAlignTheTextWhicheverComesFirst() {
    put(WORDS, SPOKEN);
    told(WORDS);
    assertThat(state().progress()).isEqualTo(Progress.WAITING_TEXT);
    put(TEXT, "Good morning. The council did not sign.");
    told(TEXT);

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
    assertThat(state().last()).isEqualTo(1);
  }

  @Test
  void eventsThatComeTwiceOrInAnotherOrderChangeNothing() {
    put(TEXT, "Good morning. The council did not sign.");
    put(WORDS, SPOKEN);
    told(WORDS, TEXT);
    var once = state();

    told(TEXT, TAKEN_IN, WORDS, WORDS, TEXT);

    assertThat(state()).isEqualTo(once);
    assertThat(once.progress()).isEqualTo(Progress.ALIGNED);
  }

  @Test
  void wordsAreLaidAnewOnceTheirSoundWasListenedTo() {
    put(TEXT, "Good morning. The council did not sign.");
    files.put(WORDS, HeardWords.transcribe("Good morning The council did not sign"));
    told(TEXT);
    var before = state().last();
    var speech = new BitSet();
    for (var second = 1; second <= 7; second++) {
      speech.set(second * 100, second * 100 + 50);
    }
    activities.keep(VIDEO, SOUND, new Activity(speech, 40_000));

    assertThat(told(ACTIVITY, ACTIVITY)).isEmpty();

    assertThat(state().last()).isEqualTo(before + 1);
    var revision = transcripts.revision(KEY, state().current().orElseThrow().name()).orElseThrow();
    assertThat(revision.pauses())
        .hasSize(8)
        .startsWith(new Stretch(0, 1_000))
        .endsWith(new Stretch(7_500, 40_000));
    var once = state();
    told(ACTIVITY, TEXT, WORDS, TAKEN_IN);
    assertThat(state()).isEqualTo(once);
  }

  @Test
  void soundThatIsListenedToBeforeThereAreWordsChangesNothing() {
    put(TEXT, "Good morning. The council did not sign.");
    told(TEXT);
    var before = state();
    activities.keep(VIDEO, SOUND, new Activity(new BitSet(), 40_000));

    told(ACTIVITY);

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void eventOfAnyFileFindsWhatTheLostOneWouldHaveTold() {
    put(TEXT, "Good morning. The council did not sign.");
    put(WORDS, SPOKEN);

    told(WORDS);

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
  }

  @Test
  void filesThatWereThereBeforeTheirVideoAreTakenWithIt() {
    var other = SampleVideos.with(Map.of("videoId", "another-video"));
    put(TEXT.replace(SampleVideos.ID, "another-video"), "Good morning.");
    assertThat(told(TEXT.replace(SampleVideos.ID, "another-video"))).isEmpty();
    var key = new TranscriptKey("another-video", "en");
    assertThat(transcripts.find(key)).isEmpty();
    videos.put(other);

    told("ingest-reports/another-video.json");

    assertThat(transcripts.find(key)).isPresent();
  }

  @Test
  void newestFormOfATextCounts() {
    put(HTML, "<p>Old.</p>");
    aSecondLater();
    put(TEXT, "New.");
    told(HTML);
    assertThat(revisionText()).isEqualTo("New.");
    files.delete(TEXT);
    told(HTML);
    assertThat(revisionText()).isEqualTo("New.");
    aSecondLater();
    put(HTML, "<p>Newest.</p>");

    told(HTML);

    assertThat(revisionText()).contains("Newest.").doesNotContain("<");
  }

  @Test
  void ofAFileAndAnEditorWhoeverCameLastCounts() {
    put(TEXT, "Of the file.");
    aSecondLater();
    edit("Of the editor.");
    told(TEXT);
    assertThat(revisionText()).isEqualTo("Of the editor.");
    aSecondLater();
    put(TEXT, "Of the newer file.");

    told(TEXT);

    assertThat(revisionText()).isEqualTo("Of the newer file.");
  }

  @Test
  void textThatAnEditorBroughtAgainOrTookAwayIsNotOverwrittenByAnOlderFile() {
    edit("Of the editor.");
    aSecondLater();
    put(TEXT, "Of the file.");
    aSecondLater();
    edit("Of the editor.");
    told(TEXT);
    assertThat(state().last()).isEqualTo(1);
    editing(transcripts).delete(KEY, stored -> stored);
    told(TEXT);
    assertThat(state().exists()).isFalse();
  }

  @Test
  void fileThatCannotBeReadLeavesWhatStoodAndSaysWhy() {
    put(TEXT, "Good morning.");
    told(TEXT);
    aSecondLater();
    files.put(TEXT, new byte[] {'A', (byte) 0xff});

    assertThat(told(TEXT)).isEmpty();

    assertThat(refusal(Brought.TEXT).code()).isEqualTo("not-utf-8");
    assertThat(ReportView.of(editing(transcripts).look(KEY, VIDEO)).get("refused").toString())
        .startsWith("[{kind=text, at=2026-02-12T15:00:01.000Z, code=not-utf-8, detail=");
    assertThat(state().version()).isEqualTo(2);
    assertThat(revisionText()).isEqualTo("Good morning.");
    told(TEXT);
    assertThat(state().version()).isEqualTo(2);
    aSecondLater();
    put(TEXT, "Good evening.");
    told(TEXT);
    assertThat(state().seen().get(Brought.TEXT).refused()).isEmpty();
  }

  @Test
  void fileIsRefusedForItsSizeAndItsLanguageToo() {
    var french = HTML.replace("/en", "/fr");
    var korean = HTML.replace("/en", "/ko");
    put(korean, "<p>x</p>");
    put(WORDS, "{\"results\":");
    files.put(TEXT, "x".repeat(TextReader.MAX_BYTES + 1).getBytes(UTF_8));
    put(french.replace("/fr.", "/French."), "<p>x</p>");

    assertThat(told(TEXT)).isEmpty();

    assertThat(refusal(Brought.TEXT).code()).isEqualTo("too-large");
    assertThat(refusal(Brought.WORDS).code()).isEqualTo("bad-form");
    var other = transcripts.find(new TranscriptKey(SampleVideos.ID, "ko")).map(Stored::state);
    assertThat(other.orElseThrow().seen().get(Brought.TEXT).refused().map(Refusal::code))
        .contains("unknown-language");
  }
}
