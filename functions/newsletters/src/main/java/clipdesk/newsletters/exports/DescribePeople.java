package clipdesk.newsletters.exports;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.newsletters.lists.Column;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Consent.Action;
import clipdesk.newsletters.subscriptions.Consent.ShownText;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.ToldTexts;
import clipdesk.newsletters.subscriptions.Topics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says what is known of people and a topic: how they stand, and what shows it. */
public final class DescribePeople {
  private static final int CONSENTS = 100;
  private static final Set<Action> GIVING = Set.of(Action.GRANTED, Action.CONFIRMED);
  private static final Set<Action> ENDING = Set.of(Action.WITHDRAWN, Action.SUPPRESSED);

  private final Subscribers subscribers;
  private final Topics topics;
  private final ToldTexts texts;
  private final SideBySide sideBySide;

  public DescribePeople(
      Subscribers subscribers, Topics topics, ToldTexts texts, SideBySide sideBySide) {
    this.subscribers = subscribers;
    this.topics = topics;
    this.texts = texts;
    this.sideBySide = sideBySide;
  }

  /** In the order of the ids, without those who are gone. */
  List<Map<Column, String>> describe(String topic, List<String> ids) {
    Map<String, Map<Column, String>> lines = new ConcurrentHashMap<>();
    sideBySide.each(ids, id -> line(topic, id).ifPresent(it -> lines.put(id, it)));
    return ids.stream().filter(lines::containsKey).map(lines::get).toList();
  }

  private Optional<Map<Column, String>> line(String topic, String id) {
    var who = subscribers.find(id).filter(it -> it.id().equals(id));
    var email = who.flatMap(Subscriber::email);
    var standing = subscribers.standing(id);
    if (email.isEmpty() || standing.isEmpty()) {
      return Optional.empty();
    }
    var consents = consents(id);
    var cells = new EnumMap<Column, String>(Column.class);
    cells.put(Column.EMAIL, email.map(EmailAddress::text).get());
    cells.put(Column.LANGUAGE, standing.get().language().tag());
    cells.put(Column.TOPICS, topic);
    cells.put(Column.STATE, state(topic, standing.get()));
    last(consents, GIVING, topic).ifPresent(it -> given(cells, topic, it));
    if (!standing.get().on(topic)) {
      last(consents, ENDING, topic)
          .ifPresent(
              it -> {
                cells.put(Column.WITHDRAWN_AT, Json.instant(it.at()));
                cells.put(Column.WITHDRAWN_BY, it.source());
              });
    }
    return Optional.of(cells);
  }

  private List<Consent> consents(String id) {
    var all = new ArrayList<Consent>();
    Optional<String> after = Optional.empty();
    do {
      var page = subscribers.consents(id, after, CONSENTS);
      all.addAll(page.consents());
      after = page.lastKey();
    } while (after.isPresent());
    return all;
  }

  private static String state(String topic, Standing standing) {
    if (standing.status().equals(Standing.SUPPRESSED)) {
      return "suppressed";
    }
    return standing.on(topic) ? "on" : "off";
  }

  /** The newest; of a consent the one that says which words were shown. */
  private static Optional<Consent> last(List<Consent> consents, Set<Action> of, String topic) {
    return consents.stream()
        .filter(it -> of.contains(it.action()))
        .filter(it -> it.topics().contains(topic) || it.action() == Action.SUPPRESSED)
        .filter(it -> it.shown().isPresent() || of.equals(ENDING))
        .findFirst();
  }

  private void given(Map<Column, String> cells, String topic, Consent consent) {
    cells.put(Column.CONSENT_AT, Json.instant(consent.at()));
    cells.put(Column.CONSENT_SOURCE, consent.source());
    consent
        .shown()
        .flatMap(it -> words(topic, it))
        .ifPresent(it -> cells.put(Column.CONSENT_TEXT, it));
    cells.put(Column.PROOF, consent.proof().orElse(consent.source()));
  }

  private Optional<String> words(String topic, ShownText shown) {
    return shown.version().equals(ToldTexts.VERSION)
        ? texts.find(shown)
        : topics.text(topic, shown.version()).map(it -> it.in(shown.language()));
  }
}
