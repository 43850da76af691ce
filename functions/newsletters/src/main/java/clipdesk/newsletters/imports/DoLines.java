package clipdesk.newsletters.imports;

import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.lists.ListLine;
import clipdesk.newsletters.lists.ListedPerson;
import clipdesk.newsletters.lists.ListedPerson.ToldConsent;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.ToldTexts;
import clipdesk.newsletters.subscriptions.Topic;
import clipdesk.newsletters.subscriptions.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Does what lines come to. What they do is decided with each person's own write. */
public final class DoLines {
  private static final String SOURCE = "import";

  private final Subscribers subscribers;
  private final ToldTexts texts;
  private final Topics topics;
  private final Outgoing outgoing;
  private final SideBySide sideBySide;
  private final InstantSource clock;

  public DoLines(
      Subscribers subscribers,
      ToldTexts texts,
      Topics topics,
      Outgoing outgoing,
      SideBySide sideBySide,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.texts = texts;
    this.topics = topics;
    this.outgoing = outgoing;
    this.sideBySide = sideBySide;
    this.clock = clock;
  }

  void apply(SubscriberImport whole, List<Judged> page) {
    sideBySide.each(page, it -> apply(whole, it));
  }

  private void apply(SubscriberImport whole, Judged judged) {
    if (judged.line() instanceof ListLine.Good(var number, var person)) {
      if (judged.verdict() == Verdict.NEW) {
        var proof = "import:%s line %d".formatted(whole.id(), number);
        grant(person, person.consent().orElseThrow(), proof);
      } else if (judged.verdict() == Verdict.WITHOUT_PROOF && whole.wish().ask()) {
        ask(person, whole.createdAt());
      }
    }
  }

  /** Two records: what the person did, elsewhere and then, and what we took from it, now. */
  private void grant(ListedPerson person, ToldConsent told, String proof) {
    var shown = texts.keep(told.text(), person.language());
    var now = clock.instant();
    var who = subscribers.ofAddress(person.email(), person.language(), now);
    subscribers.apply(
        who.id(),
        standing -> {
          var granted = Granted.topics(standing, person);
          if (granted.isEmpty()) {
            return List.of();
          }
          var theirs =
              Consent.granted(SOURCE, granted, standing.language(), told.at())
                  .showing(shown)
                  .provenBy(told.source() + ": " + told.proof());
          var ours =
              Consent.granted(SOURCE, granted, standing.language(), now)
                  .as(Consent.Action.CONFIRMED)
                  .provenBy(proof);
          return List.of(theirs, ours);
        });
  }

  /**
   * Behind campaigns: whoever waits at a form is not held up. Limits are looked at when it goes.
   */
  private void ask(ListedPerson person, Instant askedAt) {
    var open = person.topics().stream().flatMap(it -> topics.find(it).stream()).toList();
    var version = open.getFirst().consent().version();
    // The mail shows one text; what has another is asked for by another list.
    var asked =
        open.stream().filter(it -> it.consent().version().equals(version)).map(Topic::id).toList();
    outgoing.ask(
        new ConfirmationToMail(
            person.email().text(), asked, person.language().tag(), version, askedAt));
  }
}
