package clipdesk.newsletters.links;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Consent.Action;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.Topics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person changes by a link of their own: all of it takes effect with the answer. */
@OfReaders
@Singleton
final class Preferences {
  /** So long a withdrawal may be taken back by the same link. */
  static final Duration UNDO = Duration.ofHours(24);

  static final String SOURCE = "preferences-page";

  private static final int LOOK_BACK = 20;
  private static final Set<String> BY_LINK =
      Set.of("one-click", "unsubscribe-page", SOURCE, "mailto");

  private final Subscribers subscribers;
  private final Topics topics;
  private final TakeWord takeWord;
  private final InstantSource clock;

  Preferences(Subscribers subscribers, Topics topics, TakeWord takeWord, InstantSource clock) {
    this.subscribers = subscribers;
    this.topics = topics;
    this.takeWord = takeWord;
    this.clock = clock;
  }

  void unsubscribe(UnsubscribeLink link, String source) {
    withdraw(link, source, List.of(link.topic()));
  }

  /** Every topic that is on. */
  void unsubscribeAll(UnsubscribeLink link, String source) {
    withdraw(link, source, subscribers.topicsOf(link.subscriberId()));
  }

  private void withdraw(UnsubscribeLink link, String source, List<String> ended) {
    apply(link, List.of(Consent.withdrawn(source, ended, clock.instant())));
  }

  /** Keeps by which mail it was, and tells its campaign of a topic that is left by it. */
  private void apply(UnsubscribeLink link, List<Consent> acts) {
    var consents =
        acts.stream()
            .map(it -> it.provenBy(link.proof()))
            .map(it -> link.campaign().map(it::byMailOf).orElse(it))
            .toList();
    boolean left =
        consents.stream()
            .filter(it -> it.action() == Action.WITHDRAWN)
            .anyMatch(it -> it.topics().contains(link.topic()));
    if (subscribers.apply(link.subscriberId(), consents) && left) {
      link.campaign()
          .map(it -> new DeliveryId(it, link.subscriberId()))
          .ifPresent(it -> takeWord.take(it, Word.left(clock.instant())));
    }
  }

  /** What was withdrawn last, if it may be taken back; its topics are those that are off still. */
  Optional<Consent> undoable(String subscriberId) {
    var off =
        subscribers.standing(subscriberId).stream()
            .flatMap(it -> it.topics().entrySet().stream())
            .filter(it -> !it.getValue())
            .map(Map.Entry::getKey)
            .toList();
    if (off.isEmpty()) {
      return Optional.empty();
    }
    return subscribers.consents(subscriberId, Optional.empty(), LOOK_BACK).consents().stream()
        .filter(it -> it.action() == Action.WITHDRAWN)
        .findFirst()
        .filter(it -> BY_LINK.contains(it.source()))
        .filter(it -> clock.instant().isBefore(it.at().plus(UNDO)))
        .map(
            it ->
                it.about(it.topics().stream().filter(off::contains).filter(topics::takes).toList()))
        .filter(it -> !it.topics().isEmpty());
  }

  void undo(UnsubscribeLink link) {
    undoable(link.subscriberId())
        .ifPresent(
            withdrawn ->
                subscribers.apply(
                    link.subscriberId(),
                    Consent.restored(SOURCE, withdrawn.topics(), clock.instant())
                        .provenBy(link.proof())));
  }

  /** Whether a topic is wanted by a text that is not shown any more: nothing is saved of that. */
  boolean outdated(UnsubscribeLink link, Map<String, String> shown, Set<String> wanted) {
    var on = subscribers.topicsOf(link.subscriberId());
    return wanted.stream()
        .filter(it -> !on.contains(it))
        .flatMap(it -> topics.find(it).stream())
        .anyMatch(it -> !it.consent().version().equals(shown.get(it.id())));
  }

  /**
   * @param shown what the page had to choose from, by topic the version of its consent text; others
   *     stay as they are
   * @throws clipdesk.common.problem.ProblemException {@code terms-outdated}, {@code validation}
   */
  void save(
      UnsubscribeLink link,
      Map<String, String> shown,
      Set<String> wanted,
      Optional<Language> chosen) {
    var standing = subscribers.standing(link.subscriberId());
    if (standing.isPresent()) {
      apply(link, changes(standing.get(), shown, wanted, chosen));
    }
  }

  private List<Consent> changes(
      Standing standing, Map<String, String> shown, Set<String> wanted, Optional<Language> chosen) {
    var now = clock.instant();
    var language = chosen.orElse(standing.language());
    var consents = new ArrayList<Consent>();
    if (language != standing.language()) {
      consents.add(Consent.languageChanged(SOURCE, language, now));
    }
    var ended =
        standing.on().stream().filter(it -> shown.containsKey(it) && !wanted.contains(it)).toList();
    if (!ended.isEmpty()) {
      consents.add(Consent.withdrawn(SOURCE, ended, now));
    }
    for (var topic : wanted.stream().filter(it -> !standing.on(it)).sorted().toList()) {
      var version = shown.getOrDefault(topic, "");
      topics.require(List.of(topic), version);
      consents.addAll(
          topics.shown(Consent.granted(SOURCE, List.of(topic), language, now), version));
    }
    return consents;
  }
}
