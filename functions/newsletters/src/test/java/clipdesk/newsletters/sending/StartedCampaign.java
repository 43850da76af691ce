package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalDouble;

/** A campaign in three languages that has been started, in a table with nothing else. */
final class StartedCampaign {
  private StartedCampaign() {}

  static PortsInMemory ports() {
    var ports = PortsInMemory.empty();
    var texts = Map.<String, Object>of("subject", "S", "preheader", "", "bodyMarkdown", "B");
    ports
        .campaigns()
        .started(
            SimulatedWorld.ID,
            SimulatedWorld.TOPIC,
            Map.of("fr", texts, "en", texts, "uk", texts),
            Fate.START);
    return ports;
  }

  /** Somebody who was subscribed when it started, by a number; their id. */
  static String reader(PortsInMemory ports, int number) {
    var email = new EmailAddress("reader" + number + "@press.example");
    var who = ports.subscribers().ofAddress(email, Language.EN, Fate.START);
    ports
        .subscribers()
        .subscribe(who, SimulatedWorld.TOPIC, Language.EN, "account-page", "1", Fate.START);
    return who.id();
  }

  /** Of an account that may send so many mails a second, and any number in a day. */
  static SendQuota quota(int mailsPerSecond, InstantSource clock) {
    return new SendQuota(
        () -> new AccountQuota.Figures(mailsPerSecond, -1, 0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        clock);
  }
}
