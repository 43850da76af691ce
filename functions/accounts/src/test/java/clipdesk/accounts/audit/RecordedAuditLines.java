package clipdesk.accounts.audit;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was written, oldest first. */
@Singleton
@Replaces(CloudAuditLines.class)
public final class RecordedAuditLines implements AuditLines {
  private final List<Map<String, String>> lines = new ArrayList<>();

  @Override
  public synchronized void write(Map<String, String> line) {
    lines.add(Map.copyOf(line));
  }

  public synchronized List<Map<String, String>> lines() {
    return List.copyOf(lines);
  }

  /** Event, outcome and reason of each line, as {@code sign-in refused sign-in-failed}. */
  public synchronized List<String> said() {
    return lines.stream()
        .map(it -> it.get("audit") + " " + it.get("outcome") + reason(it))
        .toList();
  }

  /** As the function would have written them. */
  public synchronized void print() {
    var output = new CloudAuditLines();
    lines.forEach(output::write);
  }

  public synchronized void forget() {
    lines.clear();
  }

  private static String reason(Map<String, String> line) {
    return line.containsKey("reason") ? " " + line.get("reason") : "";
  }
}
