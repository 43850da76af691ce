package clipdesk.accounts.notices;

import clipdesk.accounts.WireClients;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SesNoticesWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var notices = new SesNotices(WireClients::ses, WireClients.CONFIG);

    wire.call(
        "send", () -> notices.send(Notice.PASSWORD_CHANGED, "ada@press.example", Language.UK));
    wire.call("sendCode", () -> notices.sendCode("012345", "ada@press.example", Language.EN));

    wire.matches(SesNotices.class);
  }
}
