package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.PassedOver;
import java.time.Instant;
import java.util.Optional;

/** A campaign whose members change one by one, as those of its item do. */
final class CampaignRow {
  private final String id;
  String name;
  String topic;
  String state;
  long version;
  long revision;
  long testedRevision;
  Optional<Instant> sendAt;
  Optional<Instant> startedAt;
  Instant movedAt;
  Optional<String> pausedReason;
  Optional<Instant> keptOutSince;
  Optional<String> startedBy;
  Optional<PassedOver> passedOver;

  CampaignRow(Campaign campaign) {
    this.id = campaign.id();
    this.name = campaign.name();
    this.topic = campaign.topic();
    this.state = campaign.state();
    this.version = campaign.version();
    this.revision = campaign.revision();
    this.testedRevision = campaign.testedRevision();
    this.sendAt = campaign.sendAt();
    this.startedAt = campaign.startedAt();
    this.movedAt = campaign.movedAt();
    this.pausedReason = campaign.pausedReason();
    this.keptOutSince = campaign.keptOutSince();
    this.startedBy = campaign.startedBy();
    this.passedOver = campaign.passedOver();
  }

  Campaign campaign() {
    return new Campaign(
        id,
        name,
        topic,
        state,
        version,
        revision,
        testedRevision,
        sendAt,
        startedAt,
        movedAt,
        pausedReason,
        keptOutSince,
        startedBy,
        passedOver);
  }
}
