package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.deliveries.Word.Kind;
import clipdesk.newsletters.sending.Mailer.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * SES with its moods: it throttles, is not there, and loses answers before or after it has the
 * mail. Its events come late, twice, in any order, or never.
 */
final class SimulatedSes implements Mailer {
  private static final List<Kind> FEEDBACK =
      List.of(Kind.DELIVERY, Kind.PERMANENT_BOUNCE, Kind.TRANSIENT_BOUNCE, Kind.COMPLAINT);

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final boolean eventsCome;
  private final Map<String, Integer> accepted = new TreeMap<>();
  private final Map<String, Set<String>> told = new TreeMap<>();
  private final Set<String> rejected = new HashSet<>();
  private int mails;

  /**
   * @param eventsCome in the end, each of them
   */
  SimulatedSes(Fate fate, SimulatedFault fault, SimulatedQueues queues, boolean eventsCome) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.eventsCome = eventsCome;
  }

  /** How many mails it took, by recipient. */
  Map<String, Integer> accepted() {
    return accepted;
  }

  /** Of how many mails to somebody a word reached us. */
  int told(String who) {
    return told.getOrDefault(who, Set.of()).size();
  }

  /** Whose mail it threw away afterwards. */
  Set<String> rejected() {
    return rejected;
  }

  void heard(SimulatedEvent event) {
    tell(event.id().subscriberId(), event.word().messageId());
  }

  /** We know of this mail to somebody. */
  void tell(String who, String messageId) {
    told.computeIfAbsent(who, _ -> new HashSet<>()).add(messageId);
  }

  @Override
  public Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
    fate.before("SES");
    int mood = fate.isKind() ? 99 : fate.random.nextInt(14);
    if (mood == 0) {
      return new Outcome.NeverSent("refused");
    }
    if (mood == 1 || mood == 4) {
      return new Outcome.Throttled();
    }
    if (mood == 2) {
      fate.inDoubt();
      return unknown(to, mail, tags);
    }
    var messageId = accept(tags);
    if (mood == 3) {
      fate.inDoubt();
      return unknown(to, mail, tags);
    }
    fate.after("SES");
    return new Outcome.Accepted(messageId);
  }

  private Outcome unknown(EmailAddress to, byte[] mail, Map<String, String> tags) {
    if (fault == SimulatedFault.UNKNOWN_IS_SENT_AGAIN) {
      return send(to, mail, tags);
    }
    return fault == SimulatedFault.UNKNOWN_IS_TAKEN_FOR_NEVER_SENT
        ? new Outcome.NeverSent("guessed")
        : new Outcome.Unknown("timeout");
  }

  private String accept(Map<String, String> tags) {
    mails++;
    var who = tags.get("recipient");
    accepted.merge(who, 1, Integer::sum);
    fate.tell("SES has " + who);
    var messageId = "m" + mails;
    publish(tags, Kind.SEND, messageId);
    if (fate.random.nextInt(20) == 0) {
      if (publish(tags, Kind.REJECT, messageId)) {
        rejected.add(who);
      }
    } else {
      publish(tags, FEEDBACK.get(fate.random.nextInt(FEEDBACK.size())), messageId);
    }
    return messageId;
  }

  private boolean publish(Map<String, String> tags, Kind kind, String messageId) {
    int times = fate.isKind() ? 1 : fate.random.nextInt(eventsCome ? 1 : 0, 4);
    var id = new DeliveryId(tags.get("campaign"), tags.get("recipient"));
    var word = new Word(kind, tags.get("claim"), messageId, fate.now());
    for (int event = 0; event < times; event++) {
      queues.publish(new SimulatedEvent(id, word));
    }
    return times > 0;
  }
}
