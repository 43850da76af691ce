package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.CampaignReport;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A campaign in a world that one seed makes: the use cases of production over their ports in
 * memory, of which {@link Fate} decides what becomes of each call.
 */
final class SimulatedWorld {
  static final String ID = "c1";
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
  private final SimulationChecks checks;
  private final SimulationWatch watch;
  private final SimulatedStaff staff;
  private final SimulatedPeople people;
  private final SimulatedImporter importer;
  private final Set<String> unwritable = new HashSet<>();

  /**
   * @param recorded whether it keeps a history
   */
  SimulatedWorld(WorldSize size, Luck luck, SimulatedFault fault, boolean recorded) {
    this.size = size;
    this.checks = new SimulationChecks(ports);
    this.fate = new Fate(luck, recorded, checks::violated);
    this.queues = new SimulatedQueues(fate, fault, checks::violated);
    this.ses =
        new SimulatedSes(
            fate,
            fault,
            queues,
            size.crowded(),
            size.mailsPerSecond(),
            size.mailsPerDay(),
            checks::violated);
    this.watch = new SimulationWatch(ports, fate, checks::violated, unwritable);
    this.staff =
        new SimulatedStaff(
            fate, fault, queues, ses, ports, watch, unwritable, /* byEvidence= */ size.crowded());
    this.people = new SimulatedPeople(fate, queues, staff, size.asking());
    this.importer = new SimulatedImporter(fate, fault, queues, staff, ports, people);
    fate.meanwhile(
        this::act, it -> fate.attempt("caller", () -> staff.senders().sendBesideTheQueue(it)));
  }

  /** What does not hold; nothing if everything does. */
  List<String> run() {
    begin();
    for (int step = 0; step < size.steps(); step++) {
      act();
      numbers();
    }
    fate.luck.turnKind();
    return end();
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
    fate.attempt("editor starts", LIMIT, this::start);
    if (size.scheduled() && fate.luck.below(6) == 0) {
      // Nothing runs, or a table of hours ago is back.
      fate.pass(Duration.ofHours(7));
    }
  }

  /** Unless somebody was faster. */
  private void start() {
    if (!campaign().is("draft")) {
      return;
    }
    if (size.scheduled() && fate.luck.below(4) > 0) {
      staff.schedule(campaign(), fate.now().plusSeconds(60 + fate.luck.below(300)));
    } else {
      staff.move(campaign(), "sending");
    }
  }

  private List<String> end() {
    settle();
    return judged();
  }

  private List<String> judged() {
    numbers();
    checks.everybody(people, ses, unwritable, fate);
    importer.problems().forEach(it -> checks.violated("I13: " + it));
    checks.theEnd(
        campaign(), people, watch.audience(), size.crowded() ? staff.parked() : List.of());
    return checks.violations();
  }

  private void numbers() {
    var report =
        new CampaignReport(ports.openDeliveries(), ports.counts(), ports.planning(), fate::now);
    checks.numbers(report);
  }

  private Campaign campaign() {
    return ports.campaigns().find(ID).orElseThrow();
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
    var campaign = campaign();
    switch (campaign.state()) {
      case "draft" -> start();
      case "paused" -> staff.move(campaign, "sending");
      case "scheduled" -> {
        if (fate.luck.below(3) == 0) {
          staff.move(campaign, fate.luck.below(6) == 0 ? "cancelled" : "draft");
        }
      }
      case "sending" -> {
        if (fate.luck.below(3) == 0) {
          staff.move(campaign, fate.luck.below(6) == 0 ? "cancelled" : "paused");
        }
      }
      default -> {
        // Final.
      }
    }
  }

  /** Faults have stopped: an hour passes, and a person resumes what is paused. */
  private void settle() {
    queues.redriveWhatIsNoHint();
    hour();
    for (int day = 0; day < DAYS && size.mailsPerDay() >= 0 && !checks.isOver(campaign()); day++) {
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
    return minute > 25 && !size.crowded() && queues.isEmpty() && checks.isOver(campaign());
  }
}
