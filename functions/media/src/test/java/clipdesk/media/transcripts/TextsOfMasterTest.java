package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.media.transcripts.TranscriptState.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts inside the master as words, beside what people bring. */
final class TextsOfMasterTest extends BroughtWorld {
  private static final String OFFICIAL = "Good morning. The council did not sign.";
  private static final String TAKEN_IN = "ingest-reports/" + SampleVideos.ID + ".json";
  private static final String TRACK = track(VIDEO);

  @BeforeEach
  void takeTheVideoIn() {
    videos.put(VIDEO);
  }

  @Test
  void textsOfTheMasterAreWordsWhicheverComesFirst() {
    put(TRACK, vtt(OFFICIAL));
    told(TAKEN_IN);
    assertThat(state().progress()).isEqualTo(Progress.WAITING_TEXT);
    put(TEXT, OFFICIAL);
    told(TEXT);

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
    assertThat(words()).isEqualTo("master " + VIDEO.masterVersion());
    var once = state();
    told(TAKEN_IN, TEXT, TAKEN_IN);
    assertThat(state()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wordsThatAPersonPutCountWhicheverComesFirst(boolean before) {
    put(before ? WORDS : TRACK, vtt(OFFICIAL));
    told(TAKEN_IN);
    aSecondLater();
    put(before ? TRACK : WORDS, vtt(OFFICIAL));
    told(TAKEN_IN);
    told(WORDS);

    assertThat(words()).isEqualTo("upload " + VIDEO.masterVersion());
    assertThat(state().seen()).hasSize(before ? 1 : 2);
  }

  @Test
  void wordsOfAnEditorStayAndTakenAwayAreNotBroughtBack() {
    put(TRACK, vtt(OFFICIAL));
    told(TAKEN_IN);
    aSecondLater();
    editing(transcripts).putWords(KEY, VIDEO, it -> it, vtt("Good evening.").getBytes(UTF_8));
    told(TAKEN_IN);
    assertThat(words()).isEqualTo("upload " + VIDEO.masterVersion());

    editing(transcripts).delete(KEY, it -> it);
    told(TAKEN_IN);

    assertThat(state().exists()).isFalse();
  }

  @Test
  void wordsThatCannotBeReadLeaveThoseOfTheMaster() {
    put(WORDS, "{\"results\":");
    put(TRACK, vtt(OFFICIAL));

    told(WORDS);

    assertThat(words()).isEqualTo("master " + VIDEO.masterVersion());
    assertThat(refusal(Brought.WORDS).code()).isEqualTo("bad-form");
  }

  @Test
  void anotherMasterHasItsOwnTextsAlsoIfItIsTheOneBefore() {
    put(TEXT, OFFICIAL);
    put(TRACK, vtt(OFFICIAL));
    told(TAKEN_IN);
    var other = otherMaster();
    videos.put(other);
    told(TAKEN_IN);
    assertThat(words()).as("still of the one before").endsWith(VIDEO.masterVersion());
    aSecondLater();
    put(track(other), vtt(OFFICIAL));
    told(TAKEN_IN);
    assertThat(words()).isEqualTo("master " + other.masterVersion());

    videos.put(VIDEO);
    told(TAKEN_IN);

    assertThat(words()).isEqualTo("master " + VIDEO.masterVersion());
    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
  }

  @Test
  void textsOfTheMasterThatSayOtherThingsCountForNothing() {
    put(TRACK, vtt("Lower third: name of a guest. Translation of a sign. Music plays."));
    put(TEXT, OFFICIAL);

    told(TAKEN_IN);

    assertThat(state().progress()).isEqualTo(Progress.TEXT_ONLY);
    assertThat(revisionText()).isEqualTo(OFFICIAL);
  }

  @Test
  void recognitionIsAskedForAllTheSameAndItsWordsStay() {
    policy = RecognitionPolicy.ALWAYS;
    put(TRACK, vtt(OFFICIAL));

    told(TAKEN_IN);

    assertThat(requests.open()).extracting(RecognisedSound::language).containsExactly("en", "fr");
    var recognised = new RecognisedWords(transcripts, activities, clock);
    var heard = HeardWords.transcribe("Good morning The council did not sign");
    assertThat(recognised.take(KEY, VIDEO, heard, "transcribe")).isEmpty();
    assertThat(words()).isEqualTo("transcribe " + VIDEO.masterVersion());
    told(TAKEN_IN);
    assertThat(words()).isEqualTo("transcribe " + VIDEO.masterVersion());
  }

  @Test
  void textsThatAreRefusedAreShownToEditorsOnce() {
    put(TRACK, "no form at all");

    assertThat(told(TAKEN_IN)).isEmpty();

    assertThat(refusal(Brought.TRACK).code()).isEqualTo("unknown-form");
    assertThat(ReportView.of(editing(transcripts).look(KEY, VIDEO)).get("refused").toString())
        .startsWith("[{kind=track, at=");
    var once = state();
    told(TAKEN_IN);
    assertThat(state()).isEqualTo(once);
  }

  @Test
  void textsInALanguageThatTheVideoNoLongerNamesAreNoNews() {
    put(TRACK.replace("/en.", "/ko."), vtt(OFFICIAL));

    assertThat(told(TAKEN_IN)).isEmpty();

    assertThat(transcripts.find(new TranscriptKey(SampleVideos.ID, "ko"))).isEmpty();
  }

  private String words() {
    return state().words().map(TextsOfMasterTest::told).orElse("");
  }

  private static String told(Words words) {
    return words.source() + " " + words.masterVersion();
  }

  private static Video otherMaster() {
    return Video.read(VIDEO.json().replace(VIDEO.masterVersion(), "0123456789abcdef"));
  }

  private static String track(Video video) {
    return "texts/%s/%s/en.vtt".formatted(video.videoId(), video.masterVersion());
  }

  private static String vtt(String text) {
    return "WEBVTT\n\n00:01.000 --> 00:04.000\n" + text + "\n";
  }
}
