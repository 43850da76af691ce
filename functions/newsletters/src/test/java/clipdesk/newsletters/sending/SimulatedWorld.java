package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.deliveries.PassedOver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A campaign in a world that one seed makes, and maybe another for those whom it passed over: the
 * use cases of production over their ports in memory, of which {@link Fate} decides what becomes of
 * each call.
 */
final class SimulatedWorld {
  static final String ID = "c1";
  private static final String ANOTHER = "c2";
  static final String TOPIC = "announcements";
  private static final Map<String, Object> TEXTS =
      Map.of("subject", "S", "preheader", "", "bodyMarkdown", "B");
  private static final Map<String, Object> CONTENT = Map.of("fr", TEXTS, "en", TEXTS, "uk", TEXTS);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration SENDER_LIMIT = Duration.ofMinutes(1);
  private static final int DAYS = 6;

  /** Between which a tick finds something new: hints after ten minutes, claims after a quarter. */
  private static final List<Integer> TELLING_MINUTES = List.of(1, 1, 10, 5, 5, 10, 1, 1);

  private final WorldSize size;
  private final Fate fate;
  private final PortsInMemory ports = PortsInMemory.empty();
  private final SimulatedQueues queues;
  private final SimulatedSes ses;
  private final SimulationWatch watch;
  private final SimulatedStaff staff;
  private final SimulatedPeople people;
  private final SimulatedEditor editor;
  private final SimulatedImporter importer;
  private final Set<String> unwritable = new HashSet<>();
  private final List<String> violations = new ArrayList<>();

  /** Of each campaign there was, the one that is under way last. */
  private final List<SimulationChecks> campaigns = new ArrayList<>();

  /**
   * @param recorded whether it keeps a history
   */
  SimulatedWorld(WorldSize size, Luck luck, SimulatedFault fault, boolean recorded) {
    this.size = size;
    this.fate = new Fate(luck, recorded, violations::add);
    this.queues = new SimulatedQueues(fate, fault, violations::add);
    this.ses =
        new SimulatedSes(
            fate,
            fault,
            queues,
            size.crowded(),
            size.mailsPerSecond(),
            size.mailsPerDay(),
            violations::add);
    this.watch = new SimulationWatch(ports, fate, violations::add, unwritable);
    this.staff =
        new SimulatedStaff(
            fate, fault, queues, ses, ports, watch, unwritable, /* byEvidence= */ size.crowded());
    this.people = new SimulatedPeople(fate, queues, staff, size.asking());
    this.editor = new SimulatedEditor(fate, staff, ports, size.scheduled());
    this.importer = new SimulatedImporter(fate, fault, queues, staff, ports, people);
    fate.meanwhile(
        this::act, it -> fate.attempt("caller", () -> staff.senders().sendBesideTheQueue(it)));
  }

  /** What does not hold; nothing if everything does. */
  List<String> run() {
    begin();
    live();
    if (size.followed() && isOver()) {
      editor.choose(ID).ifPresent(this::follow);
    }
    return judged();
  }

  private void live() {
    for (int step = 0; step < size.steps(); step++) {
      act();
      campaigns.getLast().numbers(fate::now);
    }
    fate.luck.turnKind();
    settle();
  }

  /** Of some who were passed over the reason is gone. */
  private void follow(PassedOver whom) {
    fate.tell("another campaign, for ", whom);
    fate.attempt("readers", people::comeBack);
    ports.campaigns().draft(ANOTHER, TOPIC, CONTENT, whom, fate.now());
    watchOver(ANOTHER);
    fate.luck.turnAgain();
    fate.attempt("editor starts", LIMIT, () -> editor.start(campaign()));
    live();
  }

  private void watchOver(String campaignId) {
    campaigns.add(new SimulationChecks(ports, campaignId, fate.now(), violations::add));
  }

  /** The same without anybody who does anything by chance, so that a script is all there is. */
  List<String> runByScript() {
    begin();
    for (int minutes : TELLING_MINUTES) {
      fate.pass(Duration.ofMinutes(minutes));
      goOn();
      minute();
    }
    return judged();
  }

  String history() {
    return fate.history();
  }

  private void begin() {
    ports.campaigns().draft(ID, TOPIC, CONTENT, Fate.START);
    watchOver(ID);
    for (int made = 0; made < size.people(); made++) {
      var name = "reader" + made;
      fate.attempt("reader", () -> people.subscribe(name));
    }
    ses.refuses(SimulatedPeople.REFUSED);
    for (var who : people.known()) {
      switch (fate.luck.below(30)) {
        case 0 -> ses.refuses(who);
        case 1 -> unwritable.add(who);
        default -> {
          // Nothing is the matter with them.
        }
      }
    }
    fate.attempt("editor starts", LIMIT, () -> editor.start(campaign()));
    if (size.scheduled() && fate.luck.below(6) == 0) {
      // Nothing runs, or a table of hours ago is back.
      fate.pass(Duration.ofHours(7));
    }
  }

  private List<String> judged() {
    for (var checks : campaigns) {
      checks.numbers(fate::now);
      checks.everybody(people, ses, unwritable, fate);
      checks.theEnd(
          people, watch.start(checks.campaign().id()), size.crowded() ? staff.parked() : List.of());
    }
    new PeopleChecks(ports.subscribers(), ses, violations::add)
        .everybody(people.known(), fate.now());
    importer.problems().forEach(it -> violations.add("I13: " + it));
    return violations;
  }

  private Campaign campaign() {
    return campaigns.getLast().campaign();
  }

  private void act() {
    switch (fate.luck.below(14)) {
      case 0, 1, 2, 3 -> fate.attempt("sender", staff.senders()::send);
      case 4, 5 -> fate.attempt("planner", LIMIT, staff::plan);
      case 6, 7 -> fate.attempt("events", LIMIT, staff::hear);
      case 8 -> {
        fate.pass(Duration.ofMinutes(1));
        fate.attempt("tick", LIMIT, staff::tick);
      }
      case 9 -> fate.attempt("editor", LIMIT, this::edit);
      case 10 -> fate.attempt("reader", LIMIT, people::act);
      case 11 -> fate.attempt("editor decides", LIMIT, () -> staff.decide(campaign()));
      case 12 -> rarer();
      default -> fate.pass(Duration.ofSeconds(fate.luck.below(90)));
    }
  }

  private void rarer() {
    switch (fate.luck.below(size.importing() ? 11 : size.asking() ? 5 : 4)) {
      case 0 -> fate.attempt("forgets", LIMIT, staff::erase);
      case 1, 2 -> fate.attempt("mails", SENDER_LIMIT, staff.singles()::mail);
      case 4 -> fate.attempt("editor tests", LIMIT, () -> staff.singles().ask(campaign()));
      case 5, 6 -> fate.attempt("editor brings a list", LIMIT, importer::bring);
      case 7 -> fate.attempt("editor has lists done", LIMIT, importer::apply);
      case 8, 9, 10 -> fate.attempt("lists", LIMIT, importer::work);
      default -> queues.redrive();
    }
  }

  private void edit() {
    editor.edit(campaign());
  }

  private boolean isOver() {
    return campaigns.getLast().isOver();
  }

  /** Faults have stopped: an hour passes, and a person resumes what is paused. */
  private void settle() {
    queues.redriveWhatIsNoHint();
    hour();
    for (int day = 0; day < DAYS && size.mailsPerDay() >= 0 && !isOver(); day++) {
      fate.pass(Duration.ofDays(1));
      hour();
    }
  }

  private void hour() {
    for (int minute = 0; minute < 60 && !isQuiet(minute); minute++) {
      fate.pass(Duration.ofMinutes(1));
      if (minute % 5 == 0) {
        goOn();
      }
      minute();
    }
  }

  /** A person sees that it does not go on. */
  private void goOn() {
    if (campaign().is("paused") || campaign().is("draft")) {
      fate.attempt("editor", LIMIT, this::edit);
    }
  }

  private void minute() {
    fate.attempt("tick", LIMIT, staff::tick);
    for (int work = 0; work < 400 + 20 * size.people() && !queues.isEmpty(); work++) {
      fate.attempt("planner", staff::plan);
      fate.attempt("sender", staff.senders()::send);
      fate.attempt("events", staff::hear);
      fate.attempt("forgets", staff::erase);
      fate.attempt("mails", staff.singles()::mail);
      if (size.importing()) {
        fate.attempt("lists", importer::work);
      }
    }
  }

  /** Nothing would come any more: no hint, no event, no count, and no evidence. */
  private boolean isQuiet(int minute) {
    return minute > 25 && !size.crowded() && queues.isEmpty() && isOver();
  }
}
