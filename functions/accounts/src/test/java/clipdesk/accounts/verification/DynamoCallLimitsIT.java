package clipdesk.accounts.verification;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCallLimitsIT extends CallLimitsContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  @Override
  CallLimits limits() {
    return new DynamoCallLimits(TABLE.dynamo(), AccountsConfigs.of(TABLE.name()));
  }
}
