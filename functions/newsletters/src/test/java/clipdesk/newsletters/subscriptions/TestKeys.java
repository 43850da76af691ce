package clipdesk.newsletters.subscriptions;

import clipdesk.common.digests.KeyRing;
import clipdesk.common.digests.RotatingKeys;
import clipdesk.newsletters.links.ErasureLink;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import java.time.Instant;
import java.time.InstantSource;

/** Keys that everybody knows. */
public final class TestKeys {
  private TestKeys() {}

  public static Keyed keyed() {
    return new Keyed(() -> KeyRing.of("known"));
  }

  public static LinkSigner links() {
    return new LinkSigner(new RotatingKeys(() -> "known", InstantSource.system()));
  }

  /** Those that come with the stack, and those that a test writes. */
  public static Topics topics() {
    return new Topics(new InMemoryTopics(), InstantSource.system());
  }

  /** What stands in a mail of a campaign. */
  public static String link(LinkSigner links, String subscriberId, String topic) {
    return UnsubscribeLink.token(links, subscriberId, "c1", topic);
  }

  /** What is mailed to who wants to be forgotten. */
  public static String erasure(LinkSigner links, String subscriberId, Instant end) {
    return ErasureLink.token(links, subscriberId, end);
  }
}
