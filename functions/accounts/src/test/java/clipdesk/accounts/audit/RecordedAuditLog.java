package clipdesk.accounts.audit;

import java.util.ArrayList;
import java.util.List;

/** What was said of one call, in its order. */
public final class RecordedAuditLog implements AuditLog {
  private final List<String> said = new ArrayList<>();

  @Override
  public void namesAddress(String address) {
    said.add("address " + address);
  }

  @Override
  public void namesAccount(String sub) {
    said.add("account " + sub);
  }

  @Override
  public void happened(AuditEvent event) {
    said.add(event.label());
  }

  public List<String> said() {
    return List.copyOf(said);
  }
}
