package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readers: they subscribe, leave, come back, move to another address, and want to be forgotten. */
final class SimulatedPeople {
  /** A stranger to whom no mail is taken. */
  static final String REFUSED = "stranger1@press.example";

  private final Fate fate;
  private final SimulatedQueues queues;
  private final SimulatedStaff staff;
  private final Subscribers subscribers;
  private final boolean asking;
  private final List<String> known = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final Map<String, Instant> left = new HashMap<>();
  private final Map<String, Instant> answered = new HashMap<>();

  /** Whose address somebody moved to is one with them from then on. */
  private final Map<String, String> became = new HashMap<>();

  private int moves;

  /**
   * @param asking whether strangers ask for confirmations, and readers for links to be forgotten
   */
  SimulatedPeople(Fate fate, SimulatedQueues queues, SimulatedStaff staff, boolean asking) {
    this.fate = fate;
    this.queues = queues;
    this.staff = staff;
    this.subscribers = staff.store().subscribers;
    this.asking = asking;
  }

  /** All who ever had an id. */
  List<String> known() {
    return known;
  }

  /** Whether somebody was told by then that they are subscribed. */
  boolean wasTold(String who, Instant then) {
    return Optional.ofNullable(answered.get(who)).filter(it -> !it.isAfter(then)).isPresent();
  }

  /** Whether somebody left at any time, or wanted to, or came from somebody else. */
  boolean everLeft(String who) {
    return left.containsKey(who);
  }

  /** The same, from an instant on. */
  boolean leftSince(String who, Instant then) {
    return everLeft(who) && !left.get(who).isBefore(then);
  }

  /** Some who are not on any more are again, and an operator lets them be written to. */
  void comeBack() {
    for (var who : known) {
      if (!subscribers.topicsOf(who).contains(SimulatedWorld.TOPIC) && fate.luck.below(2) == 0) {
        subscribers.lift(who, "operator", fate.now());
        subscribers.apply(who, consent());
      }
    }
  }

  /** Somebody came by another way than by themselves. */
  void meet(Subscriber who) {
    if (!known.contains(who.id())) {
      known.add(who.id());
    }
  }

  String subscribe(String name) {
    var email = new EmailAddress(name + "@press.example");
    addresses.add(email.text());
    var who = subscribers.ofAddress(email, Language.EN, fate.now()).id();
    if (!known.contains(who)) {
      known.add(who);
    }
    subscribers.apply(who, consent());
    answered.putIfAbsent(who, fate.now());
    return who;
  }

  private Consent consent() {
    return Consent.granted("account-page", List.of(SimulatedWorld.TOPIC), Language.EN, fate.now());
  }

  void act() {
    var who = known.isEmpty() ? subscribe("first") : known.get(fate.luck.below(known.size()));
    switch (fate.luck.below(asking ? 12 : 9)) {
      case 0, 1 -> subscribe("newcomer" + fate.luck.below(4));
      case 2, 3, 4 -> leave(who);
      case 5 -> {
        if (everLeft(who)) {
          subscribers.apply(who, consent());
        }
      }
      case 6 -> move(who);
      case 7 -> forget(who);
      case 8 -> speak(who);
      case 9 -> fate.attempt("reader asks", () -> staff.askToBeForgotten(who, fate.now()));
      default ->
          fate.attempt(
              "stranger",
              () -> staff.ask("stranger" + fate.luck.below(2) + "@press.example", fate.now()));
    }
  }

  /** By the link of a mail that they got under another id, too. */
  private void leaves(String who) {
    var marked = new HashSet<String>();
    // A ring, where a move was killed before anything came of it.
    for (var id = who; id != null && marked.add(id); id = became.get(id)) {
      left.put(id, fate.now());
    }
  }

  private void speak(String who) {
    var language = Language.values()[fate.luck.below(Language.values().length)];
    subscribers.apply(who, Consent.languageChanged("account-page", language, fate.now()));
  }

  private void leave(String who) {
    leaves(who);
    subscribers.apply(
        who, Consent.withdrawn("one-click", List.of(SimulatedWorld.TOPIC), fate.now()));
  }

  /** To one of their own, or to one that is somebody's. */
  private void move(String who) {
    var to =
        fate.luck.below(3) == 0
            ? addresses.get(fate.luck.below(addresses.size()))
            : "moved" + moves++ + "@press.example";
    // Two that become one: the stricter state of both.
    leaves(who);
    var other = subscribers.find(new EmailAddress(to)).map(Subscriber::id);
    other.ifPresent(this::leaves);
    // Under any id that they ever had; whoever is erased goes nowhere.
    var moving = subscribers.find(who).filter(it -> it.email().isPresent()).map(Subscriber::id);
    // Before it is done: they may be killed before they know of it.
    moving.ifPresent(id -> other.filter(it -> !it.equals(id)).ifPresent(it -> became.put(it, id)));
    subscribers.move(who, new EmailAddress(to), fate.now());
  }

  private void forget(String who) {
    leaves(who);
    queues.erasures.put(who);
    if (fate.luck.below(2) == 0) {
      fate.attempt("forgets", staff::erase);
      subscribe("reader" + fate.luck.below(4));
    }
  }
}
