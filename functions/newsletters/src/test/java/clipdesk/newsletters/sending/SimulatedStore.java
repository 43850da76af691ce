package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Letters;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.ClaimAnswer;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryChanges;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Evidence;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.PassedOver;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.subscriptions.ConfirmationLimits;
import clipdesk.newsletters.subscriptions.Confirmations;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.InMemoryConfirmationLimits;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ports of a world as its processes see them: with the fault that is switched on, and fate. */
final class SimulatedStore {
  final Campaigns campaigns;
  final Planning planning;
  final Deliveries deliveries;
  final OpenDeliveries openDeliveries;
  final DeliveryChanges changes;
  final CampaignCounts counts;
  final Subscribers subscribers;
  final Confirmations confirmations;
  final ConfirmationLimits limits;
  final ConfirmationLimits erasureLimits;

  private final PortsInMemory ports;
  private final Fate fate;

  SimulatedStore(
      PortsInMemory ports,
      Fate fate,
      SimulatedFault fault,
      SimulationWatch watch,
      SimulatedSes ses) {
    this.ports = ports;
    this.fate = fate;
    this.campaigns = fate.fated(Campaigns.class, campaigns(fault), watch::campaign);
    this.planning = fate.fated(Planning.class, planning(fault));
    this.deliveries =
        fate.fated(
            Deliveries.class,
            new GlimpsedDeliveries(
                new BrokenDeliveries(ports.deliveries(), fault, fate, ses::tell), fate),
            watch::ledger);
    this.openDeliveries = fate.fated(OpenDeliveries.class, openDeliveries(fault));
    this.changes =
        fate.fated(DeliveryChanges.class, new BrokenChanges(ports.counts(), fault), watch::changes);
    this.counts = fate.fated(CampaignCounts.class, counts(fault));
    this.subscribers = fate.fated(Subscribers.class, subscribers(fault));
    this.confirmations = fate.fated(Confirmations.class, ports.confirmations());
    this.limits = fate.fated(ConfirmationLimits.class, limits(fault));
    this.erasureLimits = fate.fated(ConfirmationLimits.class, new InMemoryConfirmationLimits());
  }

  private Campaigns campaigns(SimulatedFault fault) {
    var sound = ports.campaigns();
    return fault == SimulatedFault.START_OF_ANY_STATE
        ? Rewired.but(Campaigns.class, sound, "start", it -> startAnyState(it))
        : sound;
  }

  private boolean startAnyState(Object[] call) {
    var present = ports.campaigns().find(((Campaign) call[0]).id()).orElseThrow();
    return ports.campaigns().start(present, (Letters) call[1], (String) call[2], (Instant) call[3]);
  }

  private Planning planning(SimulatedFault fault) {
    return new BrokenPlanning(ports.planning(), fault, ports.openDeliveries(), fate::now);
  }

  private OpenDeliveries openDeliveries(SimulatedFault fault) {
    var sound = ports.openDeliveries();
    return switch (fault) {
      case CLAIMS_ARE_PARKED_WHILE_SENDING_ONLY ->
          Rewired.but(OpenDeliveries.class, sound, "park", it -> parkWhileSending(it));
      case REASON_OF_THE_AUDIENCE_IS_NOT_LOOKED_AT ->
          Rewired.but(OpenDeliveries.class, sound, "passedOver", it -> passedOver(it));
      default -> sound;
    };
  }

  private boolean parkWhileSending(Object[] call) {
    var id = (DeliveryId) call[0];
    boolean sending = ports.campaigns().find(id.campaignId()).orElseThrow().is("sending");
    return sending && ports.openDeliveries().park(id, (String) call[1]);
  }

  @SuppressWarnings("unchecked") // as in the port
  private OpenDeliveries.Page passedOver(Object[] call) {
    var whom = (PassedOver) call[0];
    return ports
        .openDeliveries()
        .passedOver(
            new PassedOver(whom.campaignId(), whom.state(), Optional.empty()),
            (String) call[1],
            (Optional<String>) call[2],
            (int) call[3]);
  }

  private CampaignCounts counts(SimulatedFault fault) {
    var sound = ports.counts();
    return fault == SimulatedFault.PARKED_IS_SENT_AGAIN_WITHOUT_EVIDENCE
        ? Rewired.but(CampaignCounts.class, sound, "evidence", _ -> new Evidence(20, 20))
        : sound;
  }

  private Subscribers subscribers(SimulatedFault fault) {
    var sound = ports.subscribers();
    return switch (fault) {
      case LOCK_IS_DELETED_WHOSEVER_IT_IS ->
          Rewired.but(Subscribers.class, sound, "release", it -> released((String) it[0]));
      case CONSENT_WITHOUT_A_RECORD ->
          Rewired.but(
              Subscribers.class,
              sound,
              "apply",
              it -> sound.applyWithoutRecord((String) it[0], consents(it[1])));
      default -> sound;
    };
  }

  private Optional<Object> released(String subscriberId) {
    ports.subscribers().releaseWhoeverHoldsIt(subscriberId);
    return Optional.empty();
  }

  @SuppressWarnings("unchecked") // the port has one consent there, or a list of them
  private static List<Consent> consents(Object argument) {
    return argument instanceof Consent one ? List.of(one) : (List<Consent>) argument;
  }

  private ConfirmationLimits limits(SimulatedFault fault) {
    return fault == SimulatedFault.CONFIRMATION_FOR_EVERY_MESSAGE
        ? Rewired.but(ConfirmationLimits.class, ports.limits(), "pass", _ -> true)
        : ports.limits();
  }

  /** As senders see the ledger: what they are about to do is looked at, too. */
  Deliveries ofSender(SimulationWatch watch, SimulatedPace pace) {
    return new ForwardedDeliveries(deliveries) {
      @Override
      public ClaimAnswer claim(
          DeliveryId id, String topic, EmailAddress email, String claim, Instant now) {
        watch.claims(id.campaignId(), pace);
        return super.claim(id, topic, email, claim, now);
      }
    };
  }
}
