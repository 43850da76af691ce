package clipdesk.accounts.audit;

import clipdesk.common.aws.Environment;
import clipdesk.common.json.Json;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lines on the output, not through the logger: CloudWatch finds members only where the JSON object
 * is the whole line, and no level of ours silences these.
 */
@Singleton
final class CloudAuditLines implements AuditLines {
  private static final String FUNCTION =
      Environment.ofProcess().optionalText("AWS_LAMBDA_FUNCTION_NAME").orElse("local");

  @Override
  public void write(Map<String, String> line) {
    var members = new LinkedHashMap<String, String>(line);
    members.put("function", FUNCTION);
    System.out.println(Json.text(members));
  }
}
