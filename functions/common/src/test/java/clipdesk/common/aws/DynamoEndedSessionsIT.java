package clipdesk.common.aws;

import clipdesk.common.identity.EndedSessionsContract;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoEndedSessionsIT extends EndedSessionsContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable("pk", "sk");

  @Override
  protected Keeper keeper(InstantSource clock) {
    var sessions = new DynamoEndedSessions(TABLE::dynamo, TABLE.name(), clock);
    return new Keeper(sessions, sessions);
  }
}
