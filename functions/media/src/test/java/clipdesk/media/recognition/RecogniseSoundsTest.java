package clipdesk.media.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
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
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.media.transcripts.TranscriptState;
import clipdesk.media.transcripts.TranscriptState.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sounds on their way to words, told of through the entry class. */
final class RecogniseSoundsTest {
  private static final Video VIDEO = SampleVideos.released();
  private static final TranscriptKey KEY = new TranscriptKey(SampleVideos.ID, "en");
  private static final RecognisedSound SOUND = new RecognisedSound(KEY, VIDEO.masterVersion());
  private static final String TEXT = "Good morning. The council did not sign.";
  private static final String TIME_TO_LOOK = "{\"detail-type\":\"Scheduled Event\"}";

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private final InMemoryVideos videos = new InMemoryVideos();
  private final InMemoryTranscripts transcripts = new InMemoryTranscripts();
  private final InMemoryRecognitionRequests requests = new InMemoryRecognitionRequests();
  private final KeptSounds sounds = new KeptSounds();
  private final FixtureWords source = new FixtureWords();
  private final RecognitionHandler handler =
      new RecognitionHandler(
          new RecogniseSounds(
              videos,
              requests,
              sounds,
              source,
              "fixture",
              new RecognisedWords(transcripts, new InMemoryActivities(), clock)),
          "clipdesk");

  @BeforeEach
  void askForTheWordsOfAVideo() {
    videos.put(VIDEO);
    requests.ask(SOUND);
  }

  @Test
  void wordsOfASoundBecomeARevisionWhenItsJobEnds() throws IOException {
    KeptTranscripts.bring(transcripts, VIDEO, "en", TEXT);
    replay(requested());
    assertThat(sounds.copied).containsExactly(SampleVideos.ID + "/a1");
    assertThat(requests.open()).containsExactly(SOUND);
    source.end(SOUND, spoken());

    replay(jobEnded());

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
    var revision = state().current().flatMap(it -> transcripts.revision(KEY, it.name()));
    assertThat(revision.orElseThrow().source()).contains("fixture");
    assertThat(requests.open()).isEmpty();
  }

  @Test
  void wordsThatComeBeforeTheTextWaitForIt() throws IOException {
    replay(requested());
    source.end(SOUND, spoken());
    replay(jobEnded());
    assertThat(state().progress()).isEqualTo(Progress.WAITING_TEXT);

    KeptTranscripts.bring(transcripts, VIDEO, "en", TEXT);

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
  }

  @Test
  void eventsThatComeTwiceOrInAnotherOrderStartOneJobAndMakeOneRevision() throws IOException {
    KeptTranscripts.bring(transcripts, VIDEO, "en", TEXT);
    replay(jobEnded());
    replay(requested());
    told(TIME_TO_LOOK);
    source.end(SOUND, spoken());
    replay(jobEnded());
    var once = state();

    replay(requested());
    replay(jobEnded());
    told(TIME_TO_LOOK);
    requests.ask(SOUND);
    replay(requested());

    assertThat(source.started()).isEqualTo(1);
    assertThat(state()).isEqualTo(once);
    assertThat(requests.open()).isEmpty();
  }

  @Test
  void lookIntoOpenRequestsFindsWhatNoEventTold() {
    KeptTranscripts.bring(transcripts, VIDEO, "en", TEXT);
    told(TIME_TO_LOOK);
    source.end(SOUND, spoken());

    told(TIME_TO_LOOK);

    assertThat(state().progress()).isEqualTo(Progress.ALIGNED);
    assertThat(source.started()).isEqualTo(1);
  }

  @Test
  void jobThatNeverEndsIsOneJobHoweverLongItIsLookedAt() {
    KeptTranscripts.bring(transcripts, VIDEO, "en", TEXT);
    var before = state();

    for (var look = 0; look < 100; look++) {
      told(TIME_TO_LOOK);
    }

    assertThat(source.started()).isEqualTo(1);
    assertThat(requests.open()).containsExactly(SOUND);
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void failedJobIsToldToEditorsOnceAndNotStartedAgain() throws IOException {
    KeptTranscripts.bring(transcripts, VIDEO, "en", TEXT);
    replay(requested());
    source.end(SOUND, new Answer.Failed("The media format is not valid."));

    replay(jobEnded());

    assertThat(state().progress()).isEqualTo(Progress.TEXT_ONLY);
    assertThat(KeptTranscripts.refusals(state()))
        .containsExactly("recognition recognition-failed The media format is not valid.");
    assertThat(requests.open()).isEmpty();
    var once = state();
    requests.ask(SOUND);
    told(TIME_TO_LOOK);
    assertThat(state()).isEqualTo(once);
    assertThat(source.started()).isEqualTo(1);
  }

  @Test
  void soundThatCannotBeTakenOutOfItsMasterIsARefusalToo() throws IOException {
    sounds.unsupported = true;

    replay(requested());

    assertThat(KeptTranscripts.refusals(state()).getFirst()).contains("a1 is pcm, not AAC");
    assertThat(source.started()).isZero();
    assertThat(requests.open()).isEmpty();
  }

  @Test
  void wordsThatSomebodyBroughtMeanwhileStay() throws IOException {
    replay(requested());
    KeptTranscripts.bringWords(transcripts, VIDEO, "en", HeardWords.transcribe("Good evening"));
    source.end(SOUND, spoken());
    var before = state();

    replay(jobEnded());

    assertThat(state()).isEqualTo(before);
    assertThat(requests.open()).isEmpty();
  }

  @Test
  void soundOfAMasterThatWasReplacedOrIsGoneIsNotHeard() throws IOException {
    var replaced = new RecognisedSound(KEY, "0000000000000000");
    var gone = new RecognisedSound(new TranscriptKey("another-video", "en"), "0000000000000000");
    requests.settle(SOUND);
    requests.ask(replaced);
    requests.ask(gone);

    told(TIME_TO_LOOK);

    assertThat(requests.open()).isEmpty();
    assertThat(source.started()).isZero();
  }

  @Test
  void jobsOfOthersAreNoneOfOurs() throws IOException {
    replay(jobEnded().replace("clipdesk-2026", "another-2026"));
    told("{\"detail-type\":\"Transcribe Job State Change\",\"detail\":{}}");
    assertThat(source.started()).isZero();
  }

  private static String requested() throws IOException {
    return Files.readString(Path.of("../../events/recognition-asked-for.json"));
  }

  private static String jobEnded() throws IOException {
    return Files.readString(Path.of("../../events/recognition-ended.json"));
  }

  private static Answer spoken() {
    return new Answer.Here(HeardWords.transcribe("Good morning The council did not sign"));
  }

  private TranscriptState state() {
    return transcripts.find(KEY).orElseThrow().state();
  }

  /** In a message of its own. */
  private void told(String body) {
    replay(Json.text(Map.of("Records", List.of(Map.of("messageId", "1", "body", body)))));
  }

  private void replay(String event) {
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(answer.toString(UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
  }
}
