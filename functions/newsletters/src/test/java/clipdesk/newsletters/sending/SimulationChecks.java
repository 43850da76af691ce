package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.CampaignReport;
import clipdesk.newsletters.deliveries.CampaignCounts.Duplicate;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Evidence;
import clipdesk.newsletters.subscriptions.ReplayedConsents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of a campaign in a simulated world, at every moment and at the end. */
final class SimulationChecks {
  private static final String ID = SimulatedWorld.ID;
  private static final Duration BETWEEN_LINKS = Duration.ofMinutes(15);

  private final PortsInMemory ports;
  private final List<String> violations = new ArrayList<>();

  SimulationChecks(PortsInMemory ports) {
    this.ports = ports;
  }

  List<String> violations() {
    return violations;
  }

  void violated(String what) {
    violations.add(what);
  }

  /** I5: at every moment the report is what the rows are, each of them once. */
  void numbers(CampaignReport report) {
    var rows = report.rows(ID);
    long sum = rows.pending() + rows.claimed() + rows.parked() + rows.closed().closed();
    if (sum != rows.planned() || rows.pending() < 0 || rows.claimed() < 0) {
      violated("I5: the report does not add up: " + rows);
    }
    var told = ports.counts().tallies(ID);
    var counted = ports.counts().recounted(ID);
    if (!counted.equals(told)) {
      violated("I5: counted " + told + ", and there are " + counted);
    }
  }

  /** Whether no row is open but those of which nobody knows, and all others are counted. */
  boolean isOver(Campaign campaign) {
    return Set.of("sent", "cancelled").contains(campaign.state())
        && ports.deliveries().rows(ID).stream()
            .allMatch(
                it -> it.is(DeliveryState.PARKED) || (!it.state().open() && it.known().counted()));
  }

  /** At the end, when the faults have stopped. */
  void everybody(SimulatedPeople people, SimulatedSes ses, Set<String> unwritable, Fate fate) {
    int parked = 0;
    for (var row : ports.deliveries().rows(ID)) {
      var who = row.id().subscriberId();
      if (!fits(row, ses, unwritable, people)) {
        violated(
            "I2: %s is %s (%s) with %d mails"
                .formatted(who, row.state(), row.known().reason().orElse(""), got(ses, who)));
      }
      if (row.is(DeliveryState.PARKED)) {
        parked++;
        if (!fate.isInDoubt(row.claim().orElseThrow().id())) {
          violated("I6: " + who + " is parked, and it is known what became of their mail");
        }
      }
      if (!row.state().open() && !row.known().counted()) {
        violated("I10: " + who + " is not counted");
      }
    }
    if (parked > fate.unknowns()) {
      violated("I6: " + parked + " parked of " + fate.unknowns() + " unknown");
    }
    mailboxes(ses, people);
    links(ses);
    ses.singles()
        .forEach(
            (mail, times) -> {
              if (times > 1) {
                violated("I9: " + mail + " was mailed " + times + " times");
              }
            });
    ReplayedConsents.problems(ports.subscribers(), people.known(), fate.now())
        .forEach(it -> violated("I10: " + it));
  }

  /** I1: no mailbox has two mails but by a decision, and none that is known is untold. */
  private void mailboxes(SimulatedSes ses, SimulatedPeople people) {
    ses.mailboxes()
        .forEach(
            (address, whose) -> {
              if (whose.size() > 1 && whose.stream().noneMatch(people::everLeft)) {
                violated("I1: " + address + " got the mails of " + whose);
              }
            });
    var listed = ports.counts().duplicates(ID).stream().map(Duplicate::subscriberId).toList();
    ses.accepted()
        .forEach(
            (who, times) -> {
              if (times > 1 && row(who).flatMap(it -> it.known().decision()).isEmpty()) {
                violated("I1: " + who + " got " + times);
              }
              if (ses.told(who) > 1 && !listed.contains(who)) {
                violated("I1: " + who + " got two, and the report does not say so");
              }
            });
  }

  /** I9: of each kind. */
  private void links(SimulatedSes ses) {
    ses.linked()
        .forEach(
            (mail, times) -> {
              for (int next = 1; next < times.size(); next++) {
                var pause = Duration.between(times.get(next - 1), times.get(next));
                if (pause.compareTo(BETWEEN_LINKS) < 0) {
                  violated("I9: another " + mail + " after " + pause);
                }
              }
            });
  }

  /**
   * I2: a decision may be wrong: then somebody got one more, or the row says less than there is.
   */
  private static boolean fits(
      Delivery row, SimulatedSes ses, Set<String> unwritable, SimulatedPeople people) {
    var who = row.id().subscriberId();
    int got = got(ses, who);
    boolean decided = row.known().decision().isPresent();
    return switch (row.state()) {
      case SENT -> got == 1 ? !ses.rejected().contains(who) : got > 1 && decided;
      case SKIPPED -> got == 0 || decided;
      case FAILED ->
          switch (row.known().reason().orElse("")) {
            // Whoever became another is written to as them.
            case "render" ->
                (got == 0 || decided) && (unwritable.contains(who) || people.everLeft(who));
            case "rejected" ->
                ses.rejected().contains(who) || (ses.isRefused(who) && (got == 0 || decided));
            case "stuck" -> got == 0 || decided;
            case "abandoned" -> decided;
            default -> false;
          };
      case PARKED -> got <= 1 || decided;
      case PENDING, CLAIMED -> false;
    };
  }

  /**
   * I4, I6 and I8.
   *
   * @param audience who was on at the start; a withdrawal of a moment before may come after it
   */
  void theEnd(
      Campaign campaign,
      SimulatedPeople people,
      Set<String> audience,
      List<DecideRecommended.Parked> evidenced) {
    var startedAt = campaign.startedAt().orElse(Fate.START);
    if (!Set.of("sent", "cancelled").contains(campaign.state())) {
      violated("I8: the campaign is " + campaign.state() + " " + campaign.pausedReason());
    }
    for (var row : ports.deliveries().rows(ID)) {
      var who = row.id().subscriberId();
      if (!wasOn(who, startedAt) && !audience.contains(who)) {
        violated("I4: " + who + " was not subscribed at the start");
      }
    }
    if (campaign.is("sent")) {
      people.known().stream()
          .filter(it -> people.wasTold(it, startedAt) && !people.everLeft(it))
          .filter(it -> wasThere(it, startedAt))
          .filter(it -> row(it).filter(row -> !isForgotten(row)).isEmpty())
          .forEach(it -> violated("I4: " + it + " never left, and has no row or a SKIPPED one"));
    }
    evidenced.stream()
        .filter(it -> it.recommendation() == Evidence.Recommendation.RESEND)
        .filter(_ -> campaign.is("sent"))
        .forEach(
            it -> violated("I6: " + it.row().id().subscriberId() + " waits, and should be resent"));
  }

  /** Suppressed in between is as good as left. */
  private boolean isForgotten(Delivery row) {
    return row.is(DeliveryState.SKIPPED)
        && row.known().reason().filter("suppressed"::equals).isEmpty();
  }

  private boolean wasThere(String who, Instant startedAt) {
    return wasOn(who, startedAt)
        && ports.subscribers().find(who).filter(it -> it.status().equals("active")).isPresent();
  }

  private boolean wasOn(String who, Instant then) {
    return ReplayedConsents.wasOn(ports.subscribers(), who, SimulatedWorld.TOPIC, then);
  }

  private Optional<Delivery> row(String who) {
    return ports.deliveries().read(ID, List.of(who)).stream().findFirst();
  }

  private static int got(SimulatedSes ses, String who) {
    return ses.accepted().getOrDefault(who, 0);
  }
}
