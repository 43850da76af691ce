package clipdesk.newsletters.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event says about the mailbox that a mail went to. */
final class TakeFeedbackTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final EmailAddress EMAIL = new EmailAddress("ada@press.example");
  private static final String TOPIC = "announcements";

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes(subscribers);
  private final TakeFeedback takeFeedback =
      new TakeFeedback(
          new TakeWord(deliveries, new InMemoryCampaignCounts(deliveries)),
          subscribers,
          mailboxes,
          () -> NOW);

  private String ada() {
    var ada = subscribers.ofAddress(EMAIL, Language.FR, NOW);
    subscribers.subscribe(ada, TOPIC, Language.FR, "account-page", "1", NOW);
    return ada.id();
  }

  private void take(String event, String tags) {
    var members =
        Json.object(
            "{%s,\"mail\":{\"messageId\":\"m1\",\"timestamp\":\"2040-01-01T00:00:00Z\",\"tags\":%s}}"
                .formatted(event.replace('\'', '"'), tags));
    takeFeedback.take(members, (Map<?, ?>) members.get("mail"));
  }

  private static String tags(String campaign, String recipient) {
    return "{\"campaign\":[\"%s\"],\"recipient\":[\"%s\"],\"claim\":[\"c\"]}"
        .formatted(campaign, recipient);
  }

  private String status(String ada) {
    return subscribers.find(ada).orElseThrow().status();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Permanent | General                  | 5.1.1 | suppressed",
        "Permanent | Suppressed               | ''    | suppressed",
        "Permanent | OnAccountSuppressionList | ''    | suppressed",
        "Undetermined | Undetermined          | 5.1.1 | suppressed",
        "Transient | General                  | 5.1.10 | suppressed",
        "Transient | MailboxFull              | 4.2.2 | active",
        "Transient | MessageTooLarge          | 5.3.4 | active",
        "Undetermined | Undetermined          | ''    | active"
      })
  void whatABounceIsDecidesNotItsName(String type, String subType, String status, String then) {
    var ada = ada();

    take(
        "'eventType':'Bounce','bounce':{'bounceType':'%s','bounceSubType':'%s','bouncedRecipients':[{'status':'%s'}]}"
            .formatted(type, subType, status),
        tags("c1", ada));

    assertThat(status(ada)).isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, suppressed",
    "{'complaintFeedbackType':'abuse'}, suppressed",
    "{'complaintFeedbackType':'other'}, suppressed",
    "{'complaintSubType':'OnAccountSuppressionList'}, suppressed",
    "{'complaintFeedbackType':'not-spam'}, active",
    "{'complaintFeedbackType':'auth-failure'}, active"
  })
  void whatAReceiverMeansDecidesNotTheNameComplaint(String complaint, String then) {
    var ada = ada();

    take(
        "\"eventType\":\"Complaint\",\"complaint\":" + complaint.replace('\'', '"'),
        tags("c1", ada));

    assertThat(status(ada)).isEqualTo(then);
  }

  private void slow(String campaign, String ada) {
    take(
        "'eventType':'Bounce','bounce':{'bounceType':'Transient','bounceSubType':'MailboxFull'}",
        tags(campaign, ada));
  }

  @Test
  void mailboxThatFiveCampaignsInARowFoundFullIsWrittenToNoMore() {
    var ada = ada();
    for (var campaign : List.of("c1", "c2", "c2", "c3", "c4")) {
      slow(campaign, ada);
    }
    assertThat(status(ada)).isEqualTo("active");

    slow("c5", ada);

    assertThat(status(ada)).isEqualTo("suppressed");
  }

  @Test
  void campaignThatArrivesForgivesThoseBefore() {
    var ada = ada();
    List.of("c1", "c2", "c3", "c4").forEach(it -> slow(it, ada));
    take("'eventType':'Delivery'", tags("c5", ada));

    slow("c6", ada);

    assertThat(status(ada)).isEqualTo("active");
  }

  @Test
  void mailAboutItsContentsCountsForNoMailbox() {
    var ada = ada();
    for (int campaign = 0; campaign < 9; campaign++) {
      take(
          "'eventType':'Bounce','bounce':{'bounceType':'Transient','bounceSubType':'ContentRejected'}",
          tags("c" + campaign, ada));
    }

    assertThat(status(ada)).isEqualTo("active");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'eventType':'Bounce','bounce':{'bounceType':'Permanent'}",
        "'eventType':'Complaint','complaint':{'complaintFeedbackType':'abuse'}"
      })
  void confirmationThatComesBackSuppressesItsAddressWithAndWithoutASubscriber(String event) {
    var hash = InMemorySubscribers.key(EMAIL);
    take(event, "{\"kind\":[\"confirm\"],\"address\":[\"%s\"]}".formatted(hash));
    assertThat(mailboxes.refused(EMAIL)).isTrue();
    var ada = ada();

    take(event, "{\"kind\":[\"test\"],\"address\":[\"%s\"]}".formatted(hash));

    assertThat(status(ada)).isEqualTo("suppressed");
  }

  @Test
  void codeOfAnAccountThatComesBackSuppressesNobody() {
    var ada = ada();

    take("'eventType':'Bounce','bounce':{'bounceType':'Permanent'}", "{}");

    assertThat(status(ada)).isEqualTo("active");
  }

  @Test
  void rejectMarksNoRowAsSent() {
    var ada = ada();
    var id = new DeliveryId("c1", ada);
    deliveries.plan(id, NOW);
    deliveries.claim(id, TOPIC, EMAIL, "c", NOW);

    take("'eventType':'Reject','reject':{'reason':'Bad content'}", tags("c1", ada));

    assertThat(deliveries.state(id)).isEqualTo(DeliveryState.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeliveryDelay", "Open", "Subscription", "Rendering Failure", "Future"})
  void unknownTypeChangesNothing(String type) {
    var ada = ada();
    var id = new DeliveryId("c1", ada);
    deliveries.plan(id, NOW);

    take("\"eventType\":\"%s\"".formatted(type), tags("c1", ada));

    assertThat(deliveries.state(id)).isEqualTo(DeliveryState.PENDING);
    assertThat(status(ada)).isEqualTo("active");
  }

  @Test
  void foreignTagsMakeNothing() {
    take("'eventType':'Send'", tags("of-somebody", "nobody"));

    assertThat(deliveries.read("of-somebody", List.of("nobody"))).isEmpty();
  }
}
