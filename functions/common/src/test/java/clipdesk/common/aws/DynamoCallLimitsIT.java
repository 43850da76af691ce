package clipdesk.common.aws;

import clipdesk.common.limits.CallLimits;
import clipdesk.common.limits.CallLimitsContract;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoCallLimitsIT extends CallLimitsContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable("pk", "sk");

  @Override
  protected CallLimits limits() {
    return new DynamoCallLimits(
        TABLE::dynamo, TABLE.name(), Map.of("sk", AttributeValue.fromS("RATE")));
  }
}
