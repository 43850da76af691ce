package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.TranscriptState.Progress;
import clipdesk.transcript.timing.Activity;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is laid on the same words and the same sound once, whatever events come. */
final class LaidOnceTest extends BroughtWorld {
  private static final String SAID = "Good morning. The council did not sign.";
  private static final String ACTIVITY =
      "activity/%s/%s/a1.json".formatted(SampleVideos.ID, VIDEO.masterVersion());

  /** The text and the words: both are read whenever they are laid. */
  private static final int ONCE = 2;

  private int readings;

  @BeforeEach
  void bringATextAndItsVideo() {
    videos.put(VIDEO);
    put(TEXT, SAID);
    told(TEXT);
  }

  private int readingsWhenToldOf(String key) {
    readings = 0;
    var counted =
        new TranscriptsAround(transcripts, method -> readings += method.equals("source") ? 1 : 0);
    assertThat(told(counted, key)).isEmpty();
    return readings;
  }

  private void bringWords(String words) {
    files.put(WORDS, HeardWords.transcribe(words));
  }

  private void listen() {
    var speech = new BitSet();
    for (var second = 1; second <= 7; second++) {
      speech.set(second * 100, second * 100 + 50);
    }
    activities.keep(VIDEO, SpokenTrack.of(VIDEO, "en").orElseThrow(), new Activity(speech, 40_000));
  }

  @Test
  void wordsAreLaidOnceByTheEventThatTellsOfThemAndByNoOther() {
    bringWords("Good morning The council did not sign");

    assertThat(readingsWhenToldOf(WORDS)).isEqualTo(ONCE);
    assertThat(readingsWhenToldOf(WORDS)).isZero();
    assertThat(readingsWhenToldOf(TEXT)).isZero();
  }

  @Test
  void soundThatWasListenedToIsLaidOnOnce() {
    bringWords("Good morning The council did not sign");
    told(WORDS);
    listen();

    assertThat(readingsWhenToldOf(ACTIVITY)).isEqualTo(ONCE);
    assertThat(readingsWhenToldOf(ACTIVITY)).isZero();
  }

  @Test
  void soundThatContradictsItsWordsIsLaidOnOnceToo() {
    bringWords("Good morning The council did not sign");
    told(WORDS);
    var before = state();
    activities.keep(
        VIDEO, SpokenTrack.of(VIDEO, "en").orElseThrow(), new Activity(new BitSet(), 40_000));

    assertThat(readingsWhenToldOf(ACTIVITY)).isEqualTo(ONCE);
    assertThat(readingsWhenToldOf(ACTIVITY)).isZero();
    assertThat(state().version()).isEqualTo(before.version());
    assertThat(state().revisions()).isEqualTo(before.revisions());
  }

  @Test
  void wordsOfAnotherTextAreLaidOnceToo() {
    bringWords("Nobody of them ever said anything like this and of that we are sure");
    told(WORDS);
    var once = state();
    assertThat(once.progress()).isEqualTo(Progress.MISMATCH);

    assertThat(readingsWhenToldOf(WORDS)).isZero();
    assertThat(state()).isEqualTo(once);
  }

  @Test
  void wordsWithoutATextAreLaidOnNothing() {
    aSecondLater();
    editing(transcripts).delete(KEY, stored -> stored);
    aSecondLater();
    bringWords("Good morning The council did not sign");
    told(WORDS);
    var once = state();

    told(WORDS, ACTIVITY);

    assertThat(once.laidOn()).isEmpty();
    assertThat(state()).isEqualTo(once);
  }

  @Test
  void stateThatDoesNotSayWhatItWasLaidOnIsLaidOnceMoreAndStays() {
    bringWords("Good morning The council did not sign");
    told(WORDS);
    var after = state();
    var before = after.json().replaceAll(",\\s*\"laidOn\": ?\"[^\"]*\"", "");
    transcripts.write(KEY, TranscriptState.read(before), transcripts.find(KEY));
    assertThat(state().laidOn()).isEmpty();

    assertThat(readingsWhenToldOf(TEXT)).isEqualTo(ONCE);
    assertThat(state()).isEqualTo(after);
    assertThat(readingsWhenToldOf(TEXT)).isZero();
  }

  @Test
  void anotherMasterIsLaidOnAnewAndOnce() {
    bringWords("Good morning The council did not sign");
    told(WORDS);
    var before = state();
    var row = Json.object(VIDEO.json());
    row.put("masterVersion", "0000000000000000");
    videos.put(Video.read(Json.text(row)));

    told(TEXT);

    assertThat(state().last()).isEqualTo(before.last() + 1);
    assertThat(state().laidOn()).isNotEqualTo(before.laidOn()).isNotEqualTo(Optional.empty());
    assertThat(readingsWhenToldOf(TEXT)).isZero();
  }
}
