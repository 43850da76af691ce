package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.Optional;

/** Where editors get mail, as they were when they last did something to a campaign. */
public interface EditorAddresses {
  /** For 400 days from now on, as long as any row of a campaign. */
  void note(String accountId, EmailAddress email, Language language, Instant now);

  Optional<Known> find(String accountId);

  /** Where one of them gets mail, and in which language. */
  record Known(EmailAddress email, Language language) {}

  /** Whoever is known has another address. */
  void move(String accountId, EmailAddress to);

  void forget(String accountId);
}
