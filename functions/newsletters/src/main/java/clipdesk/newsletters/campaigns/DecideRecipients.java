package clipdesk.newsletters.campaigns;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.DecideDelivery;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Decision;
import clipdesk.newsletters.deliveries.Decision.Choice;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.subscriptions.Outgoing;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** An editor decides about mails of which nobody knows whether SES took them. */
@OfEditors
@Singleton
public final class DecideRecipients {
  private final DecideDelivery decideDelivery;
  private final DecideRecommended decideRecommended;
  private final Outgoing outgoing;
  private final InstantSource clock;

  public DecideRecipients(
      DecideDelivery decideDelivery,
      DecideRecommended decideRecommended,
      Outgoing outgoing,
      InstantSource clock) {
    this.decideDelivery = decideDelivery;
    this.decideRecommended = decideRecommended;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * Decided already by the same person in the same way, as after a lost answer, it stays so.
   *
   * @throws ProblemException {@code not-found}; {@code illegal-transition} with the state of a row
   *     that is not parked (any more), or of a campaign that sends no more
   */
  public Delivery decide(Campaign campaign, String subscriberId, Choice choice, String by) {
    requireAlive(campaign, choice);
    var id = new DeliveryId(campaign.id(), subscriberId);
    var answer = decideDelivery.decide(id, new Decision(choice, by, clock.instant()));
    var row =
        answer
            .row()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such recipient"));
    if (answer.decided()) {
      hint(choice, List.of(id));
    } else if (!repeated(row, choice, by)) {
      throw illegal(row.state().text(), choice, List.of());
    }
    return row;
  }

  private static boolean repeated(Delivery row, Choice choice, String by) {
    return row.known()
        .decision()
        .filter(it -> it.choice() == choice && it.by().equals(by))
        .isPresent();
  }

  /**
   * Resends whatever is recommended.
   *
   * @return how many
   */
  public int resendRecommended(Campaign campaign, String by) {
    requireAlive(campaign, Choice.RESEND);
    var resent = decideRecommended.resend(campaign.id(), by);
    hint(Choice.RESEND, resent);
    return resent.size();
  }

  private static void requireAlive(Campaign campaign, Choice choice) {
    if (choice == Choice.RESEND && campaign.is("cancelled")) {
      throw illegal(campaign.state(), choice, List.of(Choice.ABANDON.text()));
    }
  }

  private static ProblemException illegal(String from, Choice to, List<String> allowed) {
    return new ProblemException(ProblemType.ILLEGAL_TRANSITION, "Only about what is parked")
        .with("from", from)
        .with("to", to.text())
        .with("allowed", allowed);
  }

  /** If this word gets lost, the tick finds the rows. */
  private void hint(Choice choice, List<DeliveryId> ids) {
    if (choice == Choice.RESEND && !ids.isEmpty()) {
      outgoing.send(
          ids.stream()
              .map(it -> new BatchToSend(it.campaignId(), it.bucket(), List.of(it.subscriberId())))
              .toList());
    }
  }
}
