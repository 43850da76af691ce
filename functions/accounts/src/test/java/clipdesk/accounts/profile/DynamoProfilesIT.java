package clipdesk.accounts.profile;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoProfilesIT extends ProfilesContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  @Override
  Profiles profiles() {
    return new DynamoProfiles(TABLE.dynamo(), AccountsConfigs.of(TABLE.name()));
  }
}
