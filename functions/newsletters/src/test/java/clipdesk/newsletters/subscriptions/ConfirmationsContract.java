package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of confirmations does. */
abstract class ConfirmationsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");

  abstract Confirmations confirmations();

  @Test
  void confirmationCountsUntilItExpires() {
    var hash = UUID.randomUUID().toString();
    var confirmation =
        new Confirmation(email, List.of("briefings", "announcements"), Language.FR, "2026-01", NOW);
    confirmations().put(hash, confirmation, NOW.plusSeconds(60));

    assertThat(confirmations().find(hash, NOW.plusSeconds(59))).contains(confirmation);
    assertThat(confirmations().find(hash, NOW.plusSeconds(60))).isEmpty();
    assertThat(confirmations().find("another", NOW)).isEmpty();
  }

  @Test
  void buttonIsPressedOnce() {
    var hash = confirmationOf(email);
    assertThat(confirmations().unused(hash)).isTrue();

    confirmations().use(hash, NOW);
    confirmations().use(hash, NOW.plusSeconds(1));

    assertThat(confirmations().unused(hash)).isFalse();
    assertThat(confirmations().find(hash, NOW)).as("its page is there all the same").isPresent();
    assertThat(confirmations().unused("another")).isFalse();
  }

  @Test
  void confirmationsAreForgottenByTheKeyOfTheAddress() {
    var mine = confirmationOf(email);
    var other = confirmationOf(new EmailAddress("other-" + email.text()));

    confirmations().forget(keyOf(email));

    assertThat(confirmations().find(mine, NOW)).isEmpty();
    assertThat(confirmations().find(other, NOW)).isPresent();
  }

  abstract String keyOf(EmailAddress address);

  @Test
  void confirmationsOfAnAddressAreForgottenAndNoOthers() {
    var mine = List.of(confirmationOf(email), confirmationOf(email));
    var other = confirmationOf(new EmailAddress("other-" + email.text()));

    confirmations().forget(email);
    confirmations().forget(email);

    assertThat(mine).allSatisfy(it -> assertThat(confirmations().find(it, NOW)).isEmpty());
    assertThat(confirmations().find(other, NOW)).isPresent();
    var anew = confirmationOf(email);
    assertThat(confirmations().find(anew, NOW)).isPresent();
  }

  private String confirmationOf(EmailAddress address) {
    var hash = UUID.randomUUID().toString();
    confirmations()
        .put(
            hash,
            new Confirmation(address, List.of("briefings"), Language.FR, "2026-01", NOW),
            NOW.plusSeconds(60));
    return hash;
  }
}
