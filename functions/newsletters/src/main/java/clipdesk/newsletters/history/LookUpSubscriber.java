package clipdesk.newsletters.history;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.ConsentViews;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Why somebody did not get a mail: what they want, how they came to it, and their last mails. */
@OfEditors
@Singleton
final class LookUpSubscriber {
  /** Enough to see what happened, and one answer. */
  private static final int CONSENTS = 50;

  private static final int CAMPAIGNS = 100;
  private static final int MAILS = 20;

  private final Subscribers subscribers;
  private final PersonalDeliveries deliveries;

  LookUpSubscriber(Subscribers subscribers, PersonalDeliveries deliveries) {
    this.subscribers = subscribers;
    this.deliveries = deliveries;
  }

  /** Empty if nobody has the address; an erased person has none. */
  Map<String, Object> byAddress(EmailAddress email) {
    return subscribers.find(email).map(this::view).orElseGet(Map::of);
  }

  private Map<String, Object> view(Subscriber who) {
    var view = new LinkedHashMap<String, Object>();
    view.put("subscriberId", who.id());
    view.put("status", who.status());
    view.put("language", who.language().tag());
    view.put(
        "topics", subscribers.standing(who.id()).map(LookUpSubscriber::topics).orElse(List.of()));
    view.put(
        "consents",
        subscribers.consents(who.id(), Optional.empty(), CONSENTS).consents().stream()
            .map(ConsentViews::of)
            .toList());
    view.put(
        "deliveries",
        deliveries.page(List.of(who.id()), Optional.empty(), CAMPAIGNS).items().stream()
            .limit(MAILS)
            .toList());
    return view;
  }

  private static List<Map<String, String>> topics(Standing standing) {
    return new TreeMap<>(standing.topics())
        .entrySet().stream()
            .map(it -> Map.of("topic", it.getKey(), "state", it.getValue() ? "on" : "off"))
            .toList();
  }
}
