package clipdesk.newsletters.links;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.common.digests.RotatingKeys;
import org.junit.jupiter.api.Test;

/** Links of mails that were sent answer as long as their key is in the ring. */
final class LinkSignerTest {
  private static final String BOTH = "{\"k1\":\"first\",\"k2\":\"second\"}";

  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private String secret = "first";
  private final LinkSigner signer = new LinkSigner(new RotatingKeys(() -> secret, clock));

  private String mailed() {
    return UnsubscribeLink.token(signer, "s1", "c1", "press");
  }

  private boolean opens(String token) {
    return UnsubscribeLink.parse(signer, token).isPresent();
  }

  @Test
  void mailedLinkOpensAfterANewKeyCameAndNewMailsAreSignedWithThat() {
    var before = mailed();
    assertThat(before).startsWith("u1.k1.");
    secret = BOTH;
    clock.pass(RotatingKeys.LIFE);

    var after = mailed();

    assertThat(after).startsWith("u1.k2.");
    assertThat(opens(before)).isTrue();
    assertThat(opens(after)).isTrue();
    assertThat(opens(after.replace(".k2.", ".k1."))).isFalse();
  }

  @Test
  void linkOpensForAProcessThatReadTheRingBeforeItsKeyCame() {
    mailed();
    var elsewhere = new LinkSigner(new RotatingKeys(() -> BOTH, clock));
    var link = UnsubscribeLink.token(elsewhere, "s1", "c1", "press");
    secret = BOTH;
    clock.pass(RotatingKeys.LIFE.dividedBy(2));

    assertThat(link).startsWith("u1.k2.");
    assertThat(opens(link)).isTrue();
  }

  @Test
  void linkOfAKeyThatLeftTheRingIsNone() {
    var before = mailed();
    secret = "{\"k2\":\"second\"}";
    clock.pass(RotatingKeys.LIFE);

    assertThat(opens(before)).isFalse();
    assertThat(opens(mailed())).isTrue();
  }
}
