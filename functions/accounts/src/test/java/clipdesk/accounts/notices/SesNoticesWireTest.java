package clipdesk.accounts.notices;

import clipdesk.accounts.WireClients;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.util.Map;
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

    // It may have been mailed all the same.
    wire.answer(500, Map.of(), "");
    wire.call(
        "send: fails and is not repeated",
        () -> notices.send(Notice.PASSWORD_CHANGED, "ada@press.example", Language.EN));

    wire.matches(SesNotices.class);
  }
}
