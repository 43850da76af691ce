package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.deliveries.PassedOver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;

/** An editor who starts campaigns, stops them, has them go on, and says for whom one is. */
final class SimulatedEditor {
  private final Fate fate;
  private final SimulatedStaff staff;
  private final PortsInMemory ports;
  private final boolean scheduling;

  /**
   * @param scheduling whether most campaigns are to start by themselves
   */
  SimulatedEditor(Fate fate, SimulatedStaff staff, PortsInMemory ports, boolean scheduling) {
    this.fate = fate;
    this.staff = staff;
    this.ports = ports;
    this.scheduling = scheduling;
  }

  /** Unless somebody was faster. */
  void start(Campaign campaign) {
    if (!campaign.is("draft")) {
      return;
    }
    if (scheduling && fate.luck.below(4) > 0) {
      staff.schedule(campaign, fate.now().plusSeconds(60 + fate.luck.below(300)));
    } else {
      staff.move(campaign, "sending");
    }
  }

  void edit(Campaign campaign) {
    switch (campaign.state()) {
      case "draft" -> start(campaign);
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

  /** Some of those whom a campaign that is over has passed over, unless there are none. */
  Optional<PassedOver> choose(String campaignId) {
    var kinds = new LinkedHashSet<PassedOver>();
    for (var row : ports.deliveries().rows(campaignId)) {
      if (PassedOver.possible(row.state())) {
        kinds.add(new PassedOver(campaignId, row.state(), row.known().reason()));
        kinds.add(new PassedOver(campaignId, row.state(), Optional.empty()));
      }
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArrayList<>(kinds).get(fate.luck.below(kinds.size())));
  }
}
