package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What the records of people say of them: the same as what is kept of them, for each address one.
 */
public final class ReplayedConsents {
  private ReplayedConsents() {}

  /** What does not hold. */
  public static List<String> problems(
      InMemorySubscribers subscribers, List<String> known, Instant now) {
    var problems = new ArrayList<String>();
    var holders = new HashMap<String, String>();
    for (var who : known) {
      var present = subscribers.find(who).filter(it -> it.id().equals(who));
      if (present.isEmpty()) {
        continue;
      }
      if (!replayed(subscribers, who, now).equals(subscribers.standing(who).orElseThrow())) {
        problems.add(who + " is not what their consents say");
      }
      present
          .get()
          .email()
          .map(email -> holders.putIfAbsent(email.text(), who))
          .ifPresent(other -> problems.add(who + " and " + other + " have one address"));
    }
    return problems;
  }

  /** Whom a list subscribed although they had said something themselves, of topics. */
  public static List<String> listedAfterwards(InMemorySubscribers subscribers, List<String> known) {
    var problems = new ArrayList<String>();
    for (var who : known) {
      boolean said = false;
      for (var record : subscribers.recordsOf(who)) {
        boolean listed =
            record.source().equals("import") && record.action() == Consent.Action.GRANTED;
        if (listed && said) {
          problems.add("a list subscribed " + who + ", who had said something before");
        }
        said |= record.action() != Consent.Action.LANGUAGE_CHANGED;
      }
    }
    return problems;
  }

  /** Whether somebody had a topic on at an instant. */
  public static boolean wasOn(
      InMemorySubscribers subscribers, String who, String topic, Instant then) {
    return replayed(subscribers, who, then).on(topic);
  }

  private static Standing replayed(InMemorySubscribers subscribers, String who, Instant until) {
    return Standing.of(
        Language.EN,
        subscribers.recordsOf(who).stream().filter(it -> !it.at().isAfter(until)).toList());
  }
}
