package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.CampaignReport;
import clipdesk.newsletters.deliveries.CampaignCounts.Duplicate;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Evidence;
import clipdesk.newsletters.deliveries.PassedOver;
import clipdesk.newsletters.subscriptions.ReplayedConsents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What must hold of a campaign in a simulated world, at every moment and at the end. */
final class SimulationChecks {
  private final PortsInMemory ports;
  private final String id;
  private final Instant since;
  private final Consumer<String> violations;

  /**
   * @param id of the campaign
   * @param since from when on whoever leaves is owed no mail of it
   */
  SimulationChecks(PortsInMemory ports, String id, Instant since, Consumer<String> violations) {
    this.ports = ports;
    this.id = id;
    this.since = since;
    this.violations = violations;
  }

  Campaign campaign() {
    return ports.campaigns().find(id).orElseThrow();
  }

  private void violated(String what) {
    violations.accept(what);
  }

  /** I5: at every moment the report is what the rows are, each of them once. */
  void numbers(InstantSource clock) {
    var report =
        new CampaignReport(ports.openDeliveries(), ports.counts(), ports.planning(), clock);
    var rows = report.rows(id);
    long sum = rows.pending() + rows.claimed() + rows.parked() + rows.closed().closed();
    if (sum != rows.planned() || rows.pending() < 0 || rows.claimed() < 0) {
      violated("I5: the report does not add up: " + rows);
    }
    var told = ports.counts().tallies(id);
    var counted = ports.counts().recounted(id);
    if (!counted.equals(told)) {
      violated("I5: counted " + told + ", and there are " + counted);
    }
  }

  /** Whether no row is open but those of which nobody knows, and all others are counted. */
  boolean isOver() {
    return isDone(campaign())
        && ports.deliveries().rows(id).stream()
            .allMatch(
                it -> it.is(DeliveryState.PARKED) || (!it.state().open() && it.known().counted()));
  }

  private static boolean isDone(Campaign campaign) {
    return Set.of("sent", "cancelled").contains(campaign.state());
  }

  /** At the end, when the faults have stopped. */
  void everybody(SimulatedPeople people, SimulatedSes ses, Set<String> unwritable, Fate fate) {
    int parked = 0;
    var taken = ses.of(id);
    for (var row : ports.deliveries().rows(id)) {
      var who = row.id().subscriberId();
      if (!fits(row, ses, unwritable, people)) {
        violated(
            "I2: %s is %s (%s) with %d mails"
                .formatted(who, row.state(), row.known().reason().orElse(""), taken.times(who)));
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
    mailboxes(taken, people);
  }

  /** I1: no mailbox has two mails but by a decision, and none that is known is untold. */
  private void mailboxes(TakenMails taken, SimulatedPeople people) {
    taken
        .mailboxes()
        .forEach(
            (address, whose) -> {
              if (whose.size() > 1 && whose.stream().noneMatch(people::everLeft)) {
                violated("I1: " + address + " got the mails of " + whose);
              }
            });
    var listed = ports.counts().duplicates(id).stream().map(Duplicate::subscriberId).toList();
    taken
        .times()
        .forEach(
            (who, times) -> {
              if (times > 1 && row(who).flatMap(it -> it.known().decision()).isEmpty()) {
                violated("I1: " + who + " got " + times);
              }
              if (taken.told(who) > 1 && !listed.contains(who)) {
                violated("I1: " + who + " got two, and the report does not say so");
              }
            });
  }

  /**
   * I2: a decision may be wrong: then somebody got one more, or the row says less than there is.
   */
  private boolean fits(
      Delivery row, SimulatedSes ses, Set<String> unwritable, SimulatedPeople people) {
    var who = row.id().subscriberId();
    var taken = ses.of(id);
    int got = taken.times(who);
    boolean decided = row.known().decision().isPresent();
    return switch (row.state()) {
      case SENT -> got == 1 ? !taken.isRejected(who) : got > 1 && decided;
      case SKIPPED -> got == 0 || decided;
      case FAILED ->
          switch (row.known().reason().orElse("")) {
            // Whoever became another is written to as them.
            case "render" ->
                (got == 0 || decided) && (unwritable.contains(who) || people.everLeft(who));
            case "rejected" ->
                taken.isRejected(who) || (ses.isRefused(who) && (got == 0 || decided));
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
   * @param start a withdrawal of a moment before may come after it, and of whom a late word is
   *     heard may be of those passed over before or afterwards
   */
  void theEnd(
      SimulatedPeople people,
      SimulationWatch.Start start,
      List<DecideRecommended.Parked> evidenced) {
    var campaign = campaign();
    var startedAt = campaign.startedAt().orElse(Fate.START);
    if (!isDone(campaign)) {
      violated("I8: the campaign is " + campaign.state() + " " + campaign.pausedReason());
    }
    var passedOver = campaign.passedOver().map(it -> passedOver(ports, it));
    for (var row : ports.deliveries().rows(id)) {
      var who = row.id().subscriberId();
      if (!wasOn(who, startedAt) && !start.audience().contains(who)) {
        violated("I4: " + who + " was not subscribed at the start");
      }
      if (passedOver.filter(it -> !it.contains(who) && !start.meant().contains(who)).isPresent()) {
        violated("I4: " + who + " was not passed over");
      }
    }
    if (campaign.is("sent")) {
      people.known().stream()
          .filter(it -> people.wasTold(it, startedAt) && !people.leftSince(it, since))
          .filter(it -> wasThere(it, startedAt))
          .filter(it -> passedOver.isEmpty() || passedOver.get().contains(it))
          .filter(it -> passedOver.isEmpty() || start.meant().contains(it))
          .filter(it -> row(it).filter(row -> !isForgotten(row)).isEmpty())
          .forEach(it -> violated("I4: " + it + " never left, and has no row or a SKIPPED one"));
    }
    evidenced.stream()
        .filter(it -> it.recommendation() == Evidence.Recommendation.RESEND)
        .filter(_ -> campaign.is("sent"))
        .forEach(
            it -> violated("I6: " + it.row().id().subscriberId() + " waits, and should be resent"));
  }

  /** Whom a campaign has passed over in this way, by its rows as they are. */
  static Set<String> passedOver(PortsInMemory ports, PassedOver whom) {
    return ports.deliveries().rows(whom.campaignId()).stream()
        .filter(it -> it.is(whom.state()))
        .filter(it -> whom.reason().isEmpty() || it.known().reason().equals(whom.reason()))
        .map(it -> it.id().subscriberId())
        .collect(Collectors.toUnmodifiableSet());
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
    return ports.deliveries().read(id, List.of(who)).stream().findFirst();
  }
}
