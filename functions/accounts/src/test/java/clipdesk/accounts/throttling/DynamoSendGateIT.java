package clipdesk.accounts.throttling;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSendGateIT extends SendGateContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  @Override
  SendGate gate() {
    return new DynamoSendGate(TABLE.dynamo(), AccountsConfigs.of(TABLE.name()));
  }
}
