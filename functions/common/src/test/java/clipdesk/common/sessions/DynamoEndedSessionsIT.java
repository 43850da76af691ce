package clipdesk.common.sessions;

import clipdesk.common.aws.LocalTable;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoEndedSessionsIT extends EndedSessionsContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable("pk", "sk");

  @Override
  protected EndedSessions endedSessions(InstantSource clock) {
    return new DynamoEndedSessions(TABLE::dynamo, TABLE.name(), clock);
  }
}
