package clipdesk.newsletters.imports;

import clipdesk.newsletters.lists.ListLine;
import clipdesk.newsletters.lists.ListedPerson;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says of each line what it would do now; does nothing. */
public final class JudgeLines {
  private final Subscribers subscribers;
  private final Mailboxes mailboxes;
  private final SideBySide sideBySide;

  public JudgeLines(Subscribers subscribers, Mailboxes mailboxes, SideBySide sideBySide) {
    this.subscribers = subscribers;
    this.mailboxes = mailboxes;
    this.sideBySide = sideBySide;
  }

  /** In the order of the lines. */
  List<Judged> judge(List<ListLine> lines) {
    Map<Long, Judged> judged = new ConcurrentHashMap<>();
    sideBySide.each(lines, it -> judged.put(it.number(), judge(it)));
    return lines.stream().map(it -> judged.get(it.number())).toList();
  }

  private Judged judge(ListLine line) {
    return switch (line) {
      case ListLine.Bad bad -> new Judged(bad, Verdict.MALFORMED, bad.column(), bad.code());
      case ListLine.Good good -> Judged.of(good, verdict(good.person()));
    };
  }

  private Verdict verdict(ListedPerson person) {
    if (mailboxes.refused(person.email())) {
      return Verdict.SUPPRESSED;
    }
    var standing =
        subscribers
            .find(person.email())
            .map(Subscriber::id)
            .flatMap(subscribers::standing)
            .orElseGet(() -> Standing.first(person.language()));
    return Granted.verdict(standing, person);
  }
}
