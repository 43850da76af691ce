package clipdesk.newsletters.links;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Consent.Action;
import clipdesk.newsletters.subscriptions.ConsentViews;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.Topic;
import clipdesk.newsletters.subscriptions.TopicViews;
import clipdesk.newsletters.subscriptions.Topics;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person is told of what they get, and of what we hold. */
@OfReaders
@Singleton
final class PreferencesAnswers {
  private static final int PAGE = 100;

  /** More than anybody has; what is asked for by a link must end. */
  private static final int PAGES = 20;

  private static final Set<Action> GRANTS =
      Set.of(Action.GRANTED, Action.CONFIRMED, Action.RESTORED);

  private final Subscribers subscribers;
  private final Topics topics;
  private final Preferences preferences;

  PreferencesAnswers(Subscribers subscribers, Topics topics, Preferences preferences) {
    this.subscribers = subscribers;
    this.topics = topics;
    this.preferences = preferences;
  }

  /** Enough to know one's own, too little to write to: whoever has a forwarded mail sees it. */
  static String masked(EmailAddress email) {
    var domain = email.text().substring(email.text().indexOf('@') + 1);
    return email.text().charAt(0) + "•••@" + domain.charAt(0) + "•••";
  }

  /** Of nobody that is known any more it is what somebody gets who gets nothing. */
  Standing standing(String subscriberId) {
    return subscribers
        .standing(subscriberId)
        .orElseGet(() -> new Standing(Standing.ERASED, Language.EN, Map.of()));
  }

  Optional<String> address(String subscriberId) {
    return subscribers
        .find(subscriberId)
        .flatMap(Subscriber::email)
        .map(PreferencesAnswers::masked);
  }

  /** All that are open, and those that are on though they are not. */
  List<Topic> choices(Standing standing) {
    return topics.all().stream().filter(it -> it.open() || standing.on(it.id())).toList();
  }

  Map<String, Object> view(String subscriberId) {
    var standing = standing(subscriberId);
    var language = standing.language();
    var view = new LinkedHashMap<String, Object>();
    address(subscriberId).ifPresent(it -> view.put("address", it));
    view.put("language", language.tag());
    view.put("deliverable", !standing.status().equals(Standing.SUPPRESSED));
    view.put("topics", choices(standing).stream().map(it -> topic(it, standing)).toList());
    preferences.undoable(subscriberId).ifPresent(it -> view.put("undo", undo(it)));
    view.put(
        "why",
        why(subscriberId, standing).entrySet().stream()
            .map(it -> why(it.getKey(), it.getValue()))
            .toList());
    return view;
  }

  private static Map<String, Object> topic(Topic topic, Standing standing) {
    var view = TopicViews.of(topic, standing.language());
    view.put("state", standing.on(topic.id()) ? "on" : "off");
    return view;
  }

  static Map<String, Object> undo(Consent withdrawn) {
    return Map.of(
        "topics", withdrawn.topics(),
        "until", Json.instant(withdrawn.at().plus(Preferences.UNDO)));
  }

  private static Map<String, Object> why(String topic, Consent consent) {
    var why = new LinkedHashMap<String, Object>();
    why.put("topic", topic);
    why.put("at", Json.instant(consent.at()));
    why.put("source", consent.source());
    consent.shown().ifPresent(it -> why.put("consentTextVersion", it.version()));
    return why;
  }

  /** The newest consent to each topic that is on. */
  Map<String, Consent> why(String subscriberId, Standing standing) {
    var why = new LinkedHashMap<String, Consent>();
    for (var consent : history(subscriberId)) {
      if (GRANTS.contains(consent.action())) {
        consent.topics().stream().filter(standing::on).forEach(it -> why.putIfAbsent(it, consent));
      }
    }
    return why;
  }

  /** Newest first. */
  private List<Consent> history(String subscriberId) {
    var consents = new ArrayList<Consent>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      var found = subscribers.consents(subscriberId, after, PAGE);
      consents.addAll(found.consents());
      after = found.lastKey();
      if (after.isEmpty()) {
        break;
      }
    }
    return consents;
  }

  /** All that is held, but for the address, which is masked. */
  Map<String, Object> copy(String subscriberId) {
    var standing = standing(subscriberId);
    var copy = new LinkedHashMap<String, Object>();
    address(subscriberId).ifPresent(it -> copy.put("address", it));
    copy.put("status", standing.status());
    copy.put("language", standing.language().tag());
    copy.put("topics", standing.on());
    copy.put("consents", history(subscriberId).stream().map(ConsentViews::of).toList());
    return copy;
  }
}
