package clipdesk.newsletters.campaigns;

import static java.util.stream.Collectors.toMap;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.TestWiring;
import clipdesk.newsletters.mailing.Letter;
import clipdesk.newsletters.subscriptions.TestKeys;
import java.util.stream.Stream;

/** Letters to be kept and mailed. */
public final class TestLetters {
  /** As short as can be, and different in every member and language. */
  static final Letters SHORT =
      new Letters(Stream.of(Language.values()).collect(toMap(it -> it, TestLetters::ofInitials)));

  private TestLetters() {}

  private static Letter ofInitials(Language language) {
    var tag = language.tag();
    return new Letter("S " + tag, "T " + tag, "P " + tag, "B " + tag, "X " + tag, "H " + tag);
  }

  public static WriteLetters writer() {
    return new WriteLetters(TestKeys.topics(), TestWiring.sampleConfig());
  }
}
