package clipdesk.transcript.search;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.WordRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HitTest {
  private static final String TEXT =
      """
      Ana Sample, Council Spokesperson
      Good morning. The council did not sign. It will sign the treaty, and that treaty alone.
      """;

  @Test
  void sentenceThatAnswersMostIsShownAndAllThatMatchesIsNamed() {
    var hit = hit("sign treaty").orElseThrow();

    assertThat(hit.sentence().span().of(TEXT))
        .isEqualTo("It will sign the treaty, and that treaty alone.");
    assertThat(hit.matched())
        .containsExactly(
            new WordRange(6, 7),
            new WordRange(9, 10),
            new WordRange(11, 12),
            new WordRange(14, 15));
    assertThat(hit.speaker().flatMap(Speaker::role)).contains("Council Spokesperson");
  }

  @Test
  void firstSentenceIsShownOfThoseThatAnswerAlike() {
    assertThat(hit("sign").orElseThrow().sentence().fromWord()).isEqualTo(2);
  }

  @Test
  void passageThatDoesNotAnswerIsNoHit() {
    assertThat(hit("peace")).isEmpty();
    var revision = Talks.revision("video-1", "en", TEXT);
    assertThat(Hit.at(revision, 99, new Answering(AskedReader.read("sign"), "en"))).isEmpty();
  }

  private static Optional<Hit> hit(String question) {
    var revision = Talks.revision("video-1", "en", TEXT);
    return Hit.at(revision, 0, new Answering(AskedReader.read(question), "en"));
  }
}
