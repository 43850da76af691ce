package clipdesk.accounts.audit;

import java.util.Map;

/** Where audit lines go. */
interface AuditLines {
  void write(Map<String, String> line);
}
