package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of mails that came back. */
abstract class MailboxesContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");

  abstract Mailboxes mailboxes();

  abstract Subscribers subscribers();

  abstract String key(EmailAddress address);

  @Test
  void campaignsThatCameBackCountOnceEachUntilOneArrives() {
    var ada = subscribers().ofAddress(email, Language.FR, NOW).id();

    assertThat(mailboxes().slow(ada, "c1")).isEqualTo(1);
    assertThat(mailboxes().slow(ada, "c1")).as("told twice").isEqualTo(1);
    assertThat(mailboxes().slow(ada, "c2")).isEqualTo(2);
    mailboxes().works(ada);
    mailboxes().works(ada);

    assertThat(mailboxes().slow(ada, "c3")).isEqualTo(1);
  }

  @Test
  void nobodyIsMadeByWhatCameBack() {
    var nobody = UUID.randomUUID().toString();

    assertThat(mailboxes().slow(nobody, "c1")).isZero();
    mailboxes().works(nobody);

    assertThat(subscribers().find(nobody)).isEmpty();
  }

  @Test
  void addressThatIsSuppressedByItsKeyIsRefusedWithoutASubscriber() {
    assertThat(mailboxes().refused(email)).isFalse();

    subscribers().suppressAddress(key(email), "bounce", NOW);

    assertThat(mailboxes().refused(email)).isTrue();
    assertThat(subscribers().find(email)).isEmpty();
  }
}
