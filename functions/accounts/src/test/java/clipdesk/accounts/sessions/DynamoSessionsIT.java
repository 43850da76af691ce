package clipdesk.accounts.sessions;

import clipdesk.accounts.AccountsTable;
import clipdesk.common.aws.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSessionsIT extends SessionsContract {
  @RegisterExtension static final LocalTable TABLE = AccountsTable.local();

  @Override
  DynamoSessions sessions() {
    return new DynamoSessions(TABLE.dynamo(), TABLE.name());
  }

  @Override
  OwnSessions ownSessions() {
    return sessions();
  }
}
