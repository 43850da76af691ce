package clipdesk.newsletters.subscriptions;

import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A topic as an editor wants it.
 *
 * @param open whether it takes new subscriptions and campaigns
 */
record WishedTopic(Map<Language, Topic.Words> words, ConsentText consent, boolean open) {
  private static final int NAME = 80;
  private static final int DESCRIPTION = 300;
  private static final int CONSENT = 2000;
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,19}");

  /** Ends of a line that are no control characters. */
  private static final Pattern SEPARATOR = Pattern.compile("[\u2028\u2029]");

  WishedTopic {
    words = Map.copyOf(words);
  }

  /**
   * @throws clipdesk.common.problem.ProblemException {@code validation}
   */
  static WishedTopic read(RequestBody members) {
    var names = inAll(members.object("names"), (all, tag) -> line(all, tag, NAME));
    var about = inAll(members.object("descriptions"), (all, tag) -> line(all, tag, DESCRIPTION));
    var consent = inAll(members.object("consentTexts"), (all, tag) -> line(all, tag, CONSENT));
    var version = version(members);
    boolean open = open(members);
    members.finish();
    var words = new EnumMap<Language, Topic.Words>(Language.class);
    for (var language : Language.values()) {
      words.put(language, new Topic.Words(names.get(language), about.get(language)));
    }
    return new WishedTopic(words, new ConsentText(version, consent), open);
  }

  private static Map<Language, String> inAll(
      RequestBody texts, BiFunction<RequestBody, String, String> reading) {
    var all = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      all.put(language, reading.apply(texts, language.tag()));
    }
    return all;
  }

  /** It meets headers of mails: one line, without control characters. */
  private static String line(RequestBody texts, String tag, int max) {
    var text = texts.text(tag, 1, max);
    if (SEPARATOR.matcher(text).find()) {
      texts.refuse(tag, "control", "Must be one line");
    }
    return text;
  }

  private static String version(RequestBody members) {
    var version = members.text("consentTextVersion", 1, 20);
    if (!members.refused("consentTextVersion") && !VERSION.matcher(version).matches()) {
      members.refuse("consentTextVersion", "malformed", "Use 0-9 A-Z a-z . _ -");
    }
    return version;
  }

  private static boolean open(RequestBody members) {
    var state = members.text("state", 1, 20);
    boolean known = state.equals(TopicViews.OPEN) || state.equals(TopicViews.RETIRED);
    if (!known && !members.refused("state")) {
      members.refuse("state", "unknown-value", "Use open or retired");
    }
    return state.equals(TopicViews.OPEN);
  }

  Topic as(String id, long version) {
    return new Topic(id, words, consent, open, version);
  }

  /** Whether a topic is so already. */
  boolean of(Topic topic) {
    return as(topic.id(), topic.version()).equals(topic);
  }
}
