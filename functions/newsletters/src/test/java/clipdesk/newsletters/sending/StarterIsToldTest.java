package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.contracts.newsletters.NoticeToMail.What;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.campaigns.InMemoryEditorAddresses;
import clipdesk.newsletters.deliveries.DecideDelivery;
import clipdesk.newsletters.deliveries.Decision;
import clipdesk.newsletters.deliveries.Decision.Choice;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever started a campaign need not look: mails say what it came to. */
final class StarterIsToldTest {
  private static final Instant START = Instant.parse("2026-02-12T15:00:00Z");
  private static final EmailAddress EVE = new EmailAddress("eve@press.example");
  private static final String TOPIC = "announcements";
  private static final Map<String, Object> WORDS = Map.of("subject", "S", "bodyMarkdown", "B");
  private static final Map<String, Object> TEXTS = Map.of("fr", WORDS, "en", WORDS, "uk", WORDS);
  private static final OpenRows.Seen SEEN = new OpenRows.Seen(true, true, true, 0, 0, 0);

  private final InMemorySubscribers subscribers = new InMemorySubscribers();
  private final InMemoryCampaigns campaigns =
      new InMemoryCampaigns(new InMemoryPlanning(subscribers));
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(subscribers);
  private final InMemoryOpenDeliveries open = new InMemoryOpenDeliveries(deliveries);
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);
  private final RecordedOutgoing outgoing = new RecordedOutgoing();
  private final InMemoryEditorAddresses editors = new InMemoryEditorAddresses();
  private final List<MimeMessage> mails = new ArrayList<>();
  private final NoticeMails notices =
      SingleMailWorld.notices(
          campaigns, editors, SingleMailWorld.single(this::take, quota(), new RecordedPace(START)));
  private Instant now = START;
  private final WatchCampaign watch =
      new WatchCampaign(campaigns, counts, new TellStarter(open, outgoing), _ -> {}, () -> now);

  @BeforeEach
  void eveStartsACampaign() {
    editors.note("eve", EVE, Language.FR, START);
    campaigns.started("c1", TOPIC, TEXTS, "eve", START);
  }

  private Campaign campaign() {
    return campaigns.find("c1").orElseThrow();
  }

  private void move(String to, String reason) {
    campaigns.move(campaign(), to, reason, now);
  }

  /** A look of the tick, a minute after the one before; what it told. */
  private List<What> look() {
    now = now.plus(Duration.ofMinutes(1));
    outgoing.lose();
    watch.watch(campaign(), SEEN, 14, 1);
    return told().stream().map(NoticeToMail::what).toList();
  }

  private List<NoticeToMail> told() {
    return outgoing.mails().stream().map(NoticeToMail.class::cast).toList();
  }

  @Test
  void endIsToldOnce() {
    assertThat(look()).isEmpty();
    move("sent", "");

    assertThat(look()).containsExactly(What.SENT);
    assertThat(look()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "daily-quota",
        "sender-config",
        "ses-unreachable",
        "too-many-failures",
        "accounting",
        "late",
        "topic-retired",
        "reputation"
      })
  void pauseBySystemIsToldWithItsReasonEachTime(String reason) throws Exception {
    move("paused", reason);
    assertThat(look()).containsExactly(What.PAUSED);
    assertThat(told().getFirst().reason()).isEqualTo(reason);
    assertThat(look()).isEmpty();
    notify(new NoticeToMail("c1", reason, What.PAUSED, reason, 0, 0, 0, 0));
    assertThat(text(mails.getFirst())).as("in words").doesNotContain(reason);

    move("sending", "");
    assertThat(look()).isEmpty();
    move("paused", reason);
    assertThat(look()).containsExactly(What.PAUSED);
  }

  @Test
  void pauseBySomebodyIsToldToNobody() {
    move("paused", "editor");

    assertThat(look()).isEmpty();
  }

  @Test
  void mailsThatWaitForADecisionAreToldOfOnceADay() {
    var ada = park();

    assertThat(look()).containsExactly(What.PARKED);
    assertThat(told().getFirst().parked()).isEqualTo(1);
    assertThat(look()).isEmpty();
    now = START.plus(Duration.ofHours(9));
    assertThat(look()).as("the next day").containsExactly(What.PARKED);
    new DecideDelivery(deliveries, counts).decide(ada, new Decision(Choice.ABANDON, "eve", now));
    now = START.plus(Duration.ofHours(33));
    assertThat(look()).isEmpty();
  }

  private DeliveryId park() {
    var email = new EmailAddress("ada@press.example");
    Subscriber who = subscribers.ofAddress(email, Language.EN, START);
    subscribers.subscribe(who, TOPIC, Language.EN, "account-page", "1", START);
    var id = new DeliveryId("c1", who.id());
    deliveries.plan(id, START);
    deliveries.claim(id, TOPIC, email, "mine", START);
    open.park(id, "mine");
    return id;
  }

  @Test
  void whatIsLostBeforeItIsNotedIsToldAgainAndMailedOnce() throws Exception {
    move("sent", "");
    look();
    var first = told().getFirst();
    var again = new NoticeToMail("c1", first.id(), What.SENT, "", 3, 0, 1, 0);

    assertThat(notify(first)).isEqualTo(Mailed.DONE);
    assertThat(notify(again)).isEqualTo(Mailed.DONE);

    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().getHeader("To")).containsExactly(EVE.text());
  }

  @ParameterizedTest
  @EnumSource
  void mailIsInTheStartersLanguageWithTheNameAndTheFigures(Language language) throws Exception {
    editors.note("eve", EVE, language, START);

    notify(new NoticeToMail("c1", "n", What.PARKED, "", 1234, 2, 31, 7));

    assertThat(mails.getFirst().getSubject()).contains("c1");
    assertThat(mails.getFirst().getHeader("Content-Language")).containsExactly(language.tag());
    assertThat(text(mails.getFirst()))
        .contains("c1", "31", "7", "https://api.clipdesk.example/" + language.tag() + "/")
        .containsPattern("1\\P{Alnum}?234")
        .doesNotContain("{", "''");
  }

  @Test
  void whoIsForgottenIsMailedNothing() {
    editors.forget("eve");

    assertThat(notify(new NoticeToMail("c1", "n", What.SENT, "", 1, 0, 0, 0)))
        .isEqualTo(Mailed.DONE);

    assertThat(mails).isEmpty();
  }

  private Mailed notify(NoticeToMail news) {
    return notices.send(news, START.plusSeconds(35));
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
  }

  private Mailer.Outcome take(EmailAddress to, byte[] mail, Map<String, String> tags) {
    assertThat(tags).containsEntry("kind", "notice");
    try {
      mails.add(new MimeMessage(null, new ByteArrayInputStream(mail)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return new Mailer.Outcome.Accepted("m" + mails.size());
  }

  private static SendQuota quota() {
    return new SendQuota(
        () -> new AccountQuota.Figures(14, /* mailsPerDay= */ -1, 0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        () -> START);
  }
}
