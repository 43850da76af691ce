package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.deliveries.Word.Kind;
import clipdesk.newsletters.sending.Mailer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * SES with its moods: it throttles, is not there, has had enough for a day, and loses answers
 * before or after it has the mail. Its events come late, twice, in any order, or never.
 */
final class SimulatedSes implements Mailer {
  private static final List<Kind> FEEDBACK =
      List.of(Kind.DELIVERY, Kind.PERMANENT_BOUNCE, Kind.TRANSIENT_BOUNCE, Kind.COMPLAINT);

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Fate fate;
  private final SimulatedFault fault;
  private final SimulatedQueues queues;
  private final boolean eventsCome;
  private final int mailsPerSecond;
  private final int mailsPerDay;
  private final Consumer<String> violated;
  private final Map<String, TakenMails> campaigns = new HashMap<>();
  private final Map<String, List<Instant>> linked = new TreeMap<>();
  private final Map<String, Integer> singles = new TreeMap<>();
  private final Set<String> refused = new HashSet<>();
  private final List<Instant> taken = new ArrayList<>();
  private boolean refusesSender;
  private boolean toldUsedUp;
  private int mails;

  /**
   * @param eventsCome in the end, each of them
   * @param mailsPerSecond in any second
   * @param mailsPerDay in any day; negative for no limit
   */
  SimulatedSes(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      boolean eventsCome,
      int mailsPerSecond,
      int mailsPerDay,
      Consumer<String> violated) {
    this.fate = fate;
    this.fault = fault;
    this.queues = queues;
    this.eventsCome = eventsCome;
    this.mailsPerSecond = mailsPerSecond;
    this.mailsPerDay = mailsPerDay;
    this.violated = violated;
  }

  /** What it has of a campaign. */
  TakenMails of(String campaignId) {
    return campaigns.computeIfAbsent(campaignId, _ -> new TakenMails());
  }

  /** When it took mails with a link to confirm or to be forgotten by, by kind and address. */
  Map<String, List<Instant>> linked() {
    return linked;
  }

  /** How many tests and notices of a name it took. */
  Map<String, Integer> singles() {
    return singles;
  }

  /** When it took any mail, in this order. */
  List<Instant> taken() {
    return taken;
  }

  /** To whom it never takes a mail, by their id or address. */
  void refuses(String who) {
    refused.add(who);
  }

  boolean isRefused(String who) {
    return refused.contains(who);
  }

  boolean hasRefusedSender() {
    return refusesSender;
  }

  AccountQuota.Figures figures() {
    toldUsedUp = mailsPerDay >= 0 && lastDay() >= mailsPerDay;
    return new AccountQuota.Figures(mailsPerSecond, mailsPerDay, lastDay());
  }

  /** How long the slot of a mail is that keeps its rate. */
  Duration slot() {
    return SECOND.dividedBy(mailsPerSecond);
  }

  private long lastDay() {
    return takenWithin(Duration.ofDays(1));
  }

  private long takenWithin(Duration time) {
    var from = fate.now().minus(time);
    return taken.stream().filter(it -> it.isAfter(from)).count();
  }

  void heard(SimulatedEvent event) {
    tell(event.id(), event.word().messageId());
  }

  /** We know of this mail to somebody. */
  void tell(DeliveryId id, String messageId) {
    of(id.campaignId()).tell(id.subscriberId(), messageId);
  }

  @Override
  public Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags) {
    fate.before("SES");
    if (fate.luck.happens(Injected.SES_ANSWER_LOST_MAIL_NOT_TAKEN, 14)) {
      return lost(to, mail, tags);
    }
    boolean answerIsLost = fate.luck.happens(Injected.SES_ANSWER_LOST_MAIL_TAKEN, 14);
    if (fate.luck.happens(Injected.SES_NOT_REACHED, 14)) {
      return fault == SimulatedFault.NEVER_SENT_IS_TAKEN_FOR_UNKNOWN
          ? new Outcome.Unknown("refused")
          : new Outcome.NeverSent("refused");
    }
    if (takenWithin(SECOND) >= mailsPerSecond) {
      refuses(Injected.SES_THROTTLES, /* couldBeKnown= */ true);
      return new Outcome.Throttled();
    }
    // Codes take no slots: the second may be theirs.
    if (fate.luck.happens(Injected.SES_THROTTLES, 7)) {
      return new Outcome.Throttled();
    }
    if (fate.luck.happens(Injected.SES_REFUSES_THE_SENDER, 200)) {
      refusesSender = true;
      return fault == SimulatedFault.REFUSED_SENDER_IS_THE_RECIPIENTS_FAULT
          ? new Outcome.Rejected("rejected")
          : new Outcome.SenderRefused("not verified");
    }
    if (mailsPerDay >= 0 && lastDay() >= mailsPerDay) {
      refuses(Injected.SES_DAILY_QUOTA, toldUsedUp);
      return fault == SimulatedFault.USED_UP_QUOTA_IS_THE_RECIPIENTS_FAULT
          ? new Outcome.Rejected("rejected")
          : new Outcome.OverQuota();
    }
    if (isRefused(tags.getOrDefault("recipient", to.text()))) {
      return new Outcome.Rejected("rejected");
    }
    var messageId = accept(to, tags);
    if (answerIsLost) {
      return lost(to, mail, tags);
    }
    fate.after("SES");
    return new Outcome.Accepted(messageId);
  }

  /**
   * I7: nobody goes faster than the rate when nothing is in their way, nor asks once they were told
   * that the day is used up.
   */
  private void refuses(Injected mood, boolean couldBeKnown) {
    if (fate.luck.isKind() && couldBeKnown) {
      violated.accept("I7: SES has to say no: " + mood.text());
    }
    fate.luck.happens(mood, 1);
  }

  private Outcome lost(EmailAddress to, byte[] mail, Map<String, String> tags) {
    fate.inDoubt();
    return switch (fault) {
      case UNKNOWN_IS_SENT_AGAIN -> send(to, mail, tags);
      case UNKNOWN_IS_TAKEN_FOR_NEVER_SENT -> new Outcome.NeverSent("guessed");
      default -> new Outcome.Unknown("timeout");
    };
  }

  private String accept(EmailAddress to, Map<String, String> tags) {
    var messageId = "m" + ++mails;
    taken.add(fate.now());
    if (tags.containsKey("message")) {
      fate.tell("SES has ", tags.get("message"));
      singles.merge(tags.get("message"), 1, Integer::sum);
      return messageId;
    }
    if (!tags.containsKey("recipient")) {
      var mail = tags.get("kind") + " for " + to.text();
      fate.tell("SES has a ", mail);
      linked.computeIfAbsent(mail, _ -> new ArrayList<>()).add(fate.now());
      return messageId;
    }
    var who = tags.get("recipient");
    fate.tell("SES has ", who);
    of(tags.get("campaign")).take(who, to.text());
    publish(tags, Kind.SEND, messageId);
    if (!fate.luck.happens(Injected.SES_REJECTS_LATER, 20)) {
      publish(tags, FEEDBACK.get(fate.luck.below(FEEDBACK.size())), messageId);
    } else if (publish(tags, Kind.REJECT, messageId)) {
      of(tags.get("campaign")).reject(who);
    }
    return messageId;
  }

  private boolean publish(Map<String, String> tags, Kind kind, String messageId) {
    boolean lost = !eventsCome && fate.luck.happens(Injected.EVENT_LOST, 4);
    boolean late = fate.luck.happens(Injected.EVENT_LATE, 6);
    int times = lost ? 0 : fate.luck.happens(Injected.EVENT_TWICE, 3) ? 2 : 1;
    var from = late ? fate.now().plus(Duration.ofMinutes(20)) : fate.now();
    var id = new DeliveryId(tags.get("campaign"), tags.get("recipient"));
    var word = new Word(kind, tags.get("claim"), messageId, fate.now());
    for (int event = 0; event < times; event++) {
      queues.events.put(new SimulatedEvent(id, word), from);
    }
    return times > 0;
  }
}
