package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.aws.Environment;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.catalogue.SampleVideos;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whose words are asked for, by the value of the template's parameter. */
final class RecognitionPolicyTest extends BroughtWorld {
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

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "never, '', ''",
    "when-asked, '', ''",
    "with-official-text, '', en",
    "always, en fr, en fr",
  })
  void wordsAreAskedForByItself(String value, String withoutText, String withText) {
    policy = RecognitionPolicy.of(new Environment(Map.of("RECOGNITION", value)));

    assertThat(told(TAKEN_IN)).isEmpty();
    assertThat(asked()).isEqualTo(withoutText);

    put(TEXT, "Good morning. The council did not sign.");
    assertThat(told(TEXT)).isEmpty();
    assertThat(asked()).isEqualTo(withText);
  }

  @Test
  void whereSomebodyBroughtWordsNoneAreAskedFor() {
    policy = RecognitionPolicy.ALWAYS;
    put(TEXT, "Good morning. The council did not sign.");
    put(WORDS, SPOKEN);

    told(TEXT);

    assertThat(asked()).isEqualTo("fr");
  }

  @Test
  void languageThatTheRecogniserDoesNotKnowIsLeftOut() {
    policy = RecognitionPolicy.ALWAYS;
    videos.put(SampleVideos.with(Map.of("languages", List.of("en", "ka"))));

    assertThat(told(TAKEN_IN)).isEmpty();

    assertThat(asked()).isEqualTo("en");
    assertThat(refused(new TranscriptKey(SampleVideos.ID, "ka"))).isEqualTo(ProblemType.VALIDATION);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NEVER")
  void editorMayAskUnlessThePortalHasNoRecogniser(RecognitionPolicy any) {
    assertThat(refused(KEY)).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(asked()).isEmpty();

    policy = any;
    asking().byEditor(VIDEO, KEY);

    assertThat(asked()).isEqualTo("en");
  }

  private ProblemType refused(TranscriptKey key) {
    return catchThrowableOfType(ProblemException.class, () -> asking().byEditor(VIDEO, key)).type();
  }

  private AskForWords asking() {
    return new AskForWords(transcripts, editing(transcripts), requests, policy);
  }

  private String asked() {
    return requests.open().stream().map(RecognisedSound::language).collect(Collectors.joining(" "));
  }
}
