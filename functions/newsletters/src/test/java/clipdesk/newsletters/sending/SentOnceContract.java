package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every note of mails keeps. */
abstract class SentOnceContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  abstract SentOnce once();

  @Test
  void mailIsTakenOnceUnlessItIsGivenBack() {
    var once = once();

    assertThat(once.begun("a#en")).isFalse();
    assertThat(once.take("a#en", NOW)).isTrue();
    assertThat(once.begun("a#en")).isTrue();
    assertThat(once.take("a#en", NOW)).isFalse();
    assertThat(once.take("a#fr", NOW)).isTrue();
    once.giveBack("a#en", NOW);
    assertThat(once.begun("a#en")).isFalse();
    assertThat(once.take("a#en", NOW)).isTrue();
  }

  @Test
  void mailThatIsGivenBackOnceMoreStaysWithWhoTookItSince() {
    var once = once();
    once.take("a#uk", NOW);
    once.giveBack("a#uk", NOW);
    once.take("a#uk", NOW.plusNanos(1));
    once.giveBack("a#uk", NOW);

    assertThat(once.take("a#uk", NOW.plusSeconds(1))).isFalse();
  }
}
