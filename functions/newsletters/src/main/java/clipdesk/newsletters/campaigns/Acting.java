package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.OfEditors;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who does something to a campaign; their address is noted, so that they can be told and named. */
@OfEditors
@Singleton
final class Acting {
  private final EditorAddresses addresses;
  private final InstantSource clock;

  Acting(EditorAddresses addresses, InstantSource clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * @param language that they read
   * @return the account that stands in the history
   */
  String by(Caller caller, Language language) {
    caller
        .email()
        .flatMap(EmailAddress::of)
        .ifPresent(it -> addresses.note(caller.accountId(), it, language, clock.instant()));
    return caller.accountId();
  }
}
