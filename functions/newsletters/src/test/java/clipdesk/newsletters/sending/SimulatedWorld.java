package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.CampaignReport;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** Every so many worlds there are enough people for evidence. */
  private static final int CROWDED = 25;

  private final Fate fate;
  private final boolean crowded;
  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryPlanning plan = new InMemoryPlanning(subscribers);
  private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(plan);
  private final InMemoryDeliveries ledger = new InMemoryDeliveries(subscribers);
  private final InMemoryOpenDeliveries openRows = new InMemoryOpenDeliveries(ledger);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(ledger);
  private final SimulatedQueues queues;
  private final SimulatedSes ses;
  private final SimulationChecks checks;
  private final SimulatedStaff staff;
  private final Map<String, java.time.Instant> joined = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Set<String> everWithdrawn = new HashSet<>();
  private final List<String> people = new ArrayList<>();

  SimulatedWorld(long seed, SimulatedFault fault) {
    this.fate = new Fate(seed);
    this.crowded = seed % CROWDED == CROWDED - 1;
    this.queues = new SimulatedQueues(fate, fault);
    this.ses = new SimulatedSes(fate, fault, queues, /* eventsCome= */ crowded);
    var report = new CampaignReport(openRows, counts, plan, fate::now);
    this.checks = new SimulationChecks(ID, ledger, counts, report, ses);
    this.staff =
        new SimulatedStaff(
            fate,
            fault,
            queues,
            ses,
            new SimulatedPorts(
                fate.fated(Campaigns.class, campaignStore),
                plan,
                ledger,
                openRows,
                counts,
                subscribers),
            who -> {
              if (withdrawn.contains(who)) {
                checks.violated(who + " is claimed after they left");
              }
            },
            checks::violated,
            crowded);
    fate.meanwhile(this::act);
  }

  /** What does not hold; nothing if everything does. */
  List<String> run() {
    int size = crowded ? 40 : 3 + fate.random.nextInt(8);
    for (int made = 0; made < size; made++) {
      people.add(subscribe("reader" + made));
    }
    var texts = Map.<String, Object>of("fr", TEXTS, "en", TEXTS, "uk", TEXTS);
    campaignStore.draft(ID, TOPIC, texts, Fate.START);
    fate.attempt("editor starts", () -> staff.move(campaign(), "sending"));
    for (int step = 0; step < 60; step++) {
      act();
      checks.numbers();
    }
    fate.turnKind();
    settle();
    checkTheEnd();
    return checks.violations();
  }

  String history() {
    return fate.history();
  }

  private String subscribe(String name) {
    var email = new EmailAddress(name + "@press.example");
    var subscriber = subscribers.ofAddress(email, Language.EN, fate.now());
    subscribers.subscribe(subscriber, TOPIC, Language.EN, "account-page", "1", fate.now());
    joined.putIfAbsent(subscriber.id(), fate.now());
    return subscriber.id();
  }

  private Campaign campaign() {
    return campaignStore.find(ID).orElseThrow();
  }

  private void act() {
    switch (fate.random.nextInt(13)) {
      case 0, 1, 2, 3 -> fate.attempt("sender", staff::send);
      case 4, 5 -> fate.attempt("planner", staff::plan);
      case 6, 7 -> fate.attempt("events", staff::hear);
      case 8 -> {
        fate.pass(Duration.ofMinutes(1));
        fate.attempt("tick", staff::tick);
      }
      case 9 -> fate.attempt("editor", this::edit);
      case 10 -> fate.attempt("reader", this::read);
      case 11 -> fate.attempt("editor decides", () -> staff.decide(campaign()));
      default -> fate.pass(Duration.ofSeconds(fate.random.nextInt(90)));
    }
  }

  private void edit() {
    var campaign = campaign();
    switch (campaign.state()) {
      case "draft", "paused" -> staff.move(campaign, "sending");
      case "sending" -> {
        if (fate.random.nextInt(3) == 0) {
          staff.move(campaign, fate.random.nextInt(6) == 0 ? "cancelled" : "paused");
        }
      }
      default -> {
        // Final.
      }
    }
  }

  private void read() {
    if (fate.random.nextInt(3) == 0) {
      subscribe("newcomer" + fate.random.nextInt(4));
      return;
    }
    var who = people.get(fate.random.nextInt(people.size()));
    if (withdrawn.contains(who) && fate.random.nextInt(2) == 0) {
      withdrawn.remove(who);
      subscribers.subscribe(
          subscribers.find(who).orElseThrow(), TOPIC, Language.FR, "account-page", "1", fate.now());
    } else {
      subscribers.unsubscribe(who, TOPIC, "one-click", fate.now());
      withdrawn.add(who);
      everWithdrawn.add(who);
    }
  }

  /** Faults have stopped: an hour passes, and a person resumes what is paused. */
  private void settle() {
    for (int minute = 0; minute < 60; minute++) {
      fate.pass(Duration.ofMinutes(1));
      if (minute % 5 == 0 && (campaign().is("paused") || campaign().is("draft"))) {
        fate.attempt("editor", this::edit);
      }
      fate.attempt("tick", staff::tick);
      for (int work = 0; work < 400 && !queues.empty(); work++) {
        fate.attempt("planner", staff::plan);
        fate.attempt("sender", staff::send);
        fate.attempt("events", staff::hear);
      }
    }
  }

  private void checkTheEnd() {
    checks.numbers();
    checks.everybody(people, fate.unknowns());
    var state = campaign().state();
    if (!Set.of("sent", "cancelled").contains(state)) {
      checks.violated("the campaign is " + state + " " + campaign().pausedReason());
    }
    if (state.equals("sent")) {
      people.stream()
          .filter(it -> !everWithdrawn.contains(it))
          .filter(it -> staff.isForgotten(it))
          .forEach(it -> checks.violated(it + " never left, and has no row or a SKIPPED one"));
      if (crowded && staff.isAnyRecommended()) {
        checks.violated("a row is parked that the evidence says to resend");
      }
    }
    var startedAt = campaign().startedAt().orElse(Fate.START);
    ses.accepted().keySet().stream()
        .filter(it -> joined.get(it).isAfter(startedAt))
        .forEach(it -> checks.violated(it + " was not subscribed at the start"));
  }
}
