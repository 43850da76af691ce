package clipdesk.newsletters.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.campaigns.EditorAddresses.Known;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of editors' addresses does. */
abstract class EditorAddressesContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final EmailAddress EVE = new EmailAddress("eve@press.example");
  private static final EmailAddress NEW = new EmailAddress("new@press.example");

  private final String account = UUID.randomUUID().toString();

  abstract EditorAddresses addresses();

  @Test
  void addressIsTheOneOfTheLastNoteAndMovesWithTheAccount() {
    assertThat(addresses().find(account)).isEmpty();

    addresses().note(account, NEW, Language.FR, NOW);
    addresses().note(account, EVE, Language.UK, NOW.plusSeconds(1));
    assertThat(addresses().find(account)).contains(new Known(EVE, Language.UK));

    addresses().move(account, NEW);
    assertThat(addresses().find(account)).contains(new Known(NEW, Language.UK));
  }

  @Test
  void whoIsForgottenOrUnknownHasNoneAndMovesNowhere() {
    addresses().note(account, EVE, Language.EN, NOW);
    addresses().forget(account);
    addresses().forget(account);

    addresses().move(account, NEW);

    assertThat(addresses().find(account)).isEmpty();
  }
}
