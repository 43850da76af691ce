package clipdesk.accounts.verification;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoVerificationsIT extends VerificationsContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  @Override
  Verifications verifications() {
    return new DynamoVerifications(TABLE.dynamo(), AccountsConfigs.of(TABLE.name()));
  }

  @Override
  CurrentSignUps signUps() {
    return new DynamoCurrentSignUps(TABLE.dynamo(), TABLE.name());
  }
}
