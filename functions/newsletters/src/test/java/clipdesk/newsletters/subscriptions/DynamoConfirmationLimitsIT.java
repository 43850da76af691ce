package clipdesk.newsletters.subscriptions;

import clipdesk.common.aws.LocalTable;
import clipdesk.newsletters.NewslettersTable;
import clipdesk.newsletters.TestWiring;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoConfirmationLimitsIT extends ConfirmationLimitsContract {
  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  @Override
  ConfirmationLimits limits() {
    return new DynamoConfirmationLimits(
        TABLE.dynamo(),
        TABLE.name(),
        TestWiring.sampleConfig().confirmationsOfAnAddress(),
        TestKeys.keyed());
  }

  @Override
  ConfirmationLimits erasures() {
    return DynamoConfirmationLimits.ofErasures(
        TABLE.dynamo(),
        TABLE.name(),
        TestWiring.sampleConfig().confirmationsOfAnAddress(),
        TestKeys.keyed());
  }
}
