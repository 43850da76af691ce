package clipdesk.common.sessions;

import clipdesk.common.aws.LocalTable;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoEndedSessionsWithoutSortKeyIT extends EndedSessionsContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable("pk");

  @Override
  protected EndedSessions endedSessions(InstantSource clock) {
    return DynamoEndedSessions.withoutSortKey(TABLE::dynamo, TABLE.name(), clock);
  }
}
