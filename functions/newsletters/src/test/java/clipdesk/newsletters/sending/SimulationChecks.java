package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.CampaignReport;
import clipdesk.newsletters.deliveries.CampaignCounts.Duplicate;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import java.util.ArrayList;
import java.util.List;

/** What must hold of a campaign in a simulated world. */
final class SimulationChecks {
  private final String campaign;
  private final InMemoryDeliveries ledger;
  private final InMemoryCampaignCounts counts;
  private final CampaignReport report;
  private final SimulatedSes ses;
  private final List<String> violations = new ArrayList<>();

  SimulationChecks(
      String campaign,
      InMemoryDeliveries ledger,
      InMemoryCampaignCounts counts,
      CampaignReport report,
      SimulatedSes ses) {
    this.campaign = campaign;
    this.ledger = ledger;
    this.counts = counts;
    this.report = report;
    this.ses = ses;
  }

  List<String> violations() {
    return violations;
  }

  void violated(String what) {
    violations.add(what);
  }

  /** At every moment: the report is what the rows are, each of them once. */
  void numbers() {
    var rows = report.rows(campaign);
    long sum = rows.pending() + rows.claimed() + rows.parked() + rows.closed().closed();
    if (sum != rows.planned() || rows.pending() < 0 || rows.claimed() < 0) {
      violations.add("the report does not add up: " + rows);
    }
    var told = counts.tallies(campaign);
    if (!counts.recounted(campaign).equals(told)) {
      violations.add("counted " + told + ", and there are " + counts.recounted(campaign));
    }
  }

  /** At the end, when the faults have stopped. */
  void everybody(List<String> people, int unknowns) {
    int parked = 0;
    for (var who : people) {
      var rows = ledger.read(campaign, List.of(who));
      if (!rows.isEmpty()) {
        var state = rows.getFirst().state();
        if (!fits(who, state)) {
          violations.add(who + " is " + state + " with " + got(who));
        }
        parked += state == DeliveryState.PARKED ? 1 : 0;
        if (!state.open() && !rows.getFirst().known().counted()) {
          violations.add(who + " is not counted");
        }
      }
    }
    if (parked > unknowns) {
      violations.add(parked + " parked of " + unknowns + " unknown");
    }
    var listed = counts.duplicates(campaign).stream().map(Duplicate::subscriberId).toList();
    ses.accepted()
        .forEach(
            (who, times) -> {
              if (times > 1 && !decided(who)) {
                violations.add(who + " got " + times);
              }
              if (ses.told(who) > 1 && !listed.contains(who)) {
                violations.add(who + " got two, and the report does not say so");
              }
            });
  }

  /** A person decided about it, or the evidence did. */
  private boolean decided(String who) {
    return ledger.read(campaign, List.of(who)).stream()
        .anyMatch(it -> it.known().decision().isPresent());
  }

  private int got(String who) {
    return ses.accepted().getOrDefault(who, 0);
  }

  /** A decision may be wrong: then somebody got one more, or the row says less than there is. */
  private boolean fits(String who, DeliveryState state) {
    int got = got(who);
    boolean person = decided(who);
    return switch (state) {
      case SENT -> got == 1 ? !ses.rejected().contains(who) : got > 1 && person;
      case SKIPPED -> got == 0 || person;
      case FAILED -> got == 0 || person || ses.rejected().contains(who);
      case PARKED -> got <= 1 || person;
      case PENDING, CLAIMED -> false;
    };
  }
}
