package clipdesk.accounts.sessions;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import clipdesk.common.sessions.EndedSessions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoEndedTokensIT extends EndedTokensContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  @Override
  DynamoEndedTokens endedTokens() {
    return new DynamoEndedTokens(TABLE.dynamo(), AccountsConfigs.of(TABLE.name()));
  }

  @Override
  EndedSessions endedSessions() {
    return endedTokens();
  }
}
