package clipdesk.media.downloads;

import clipdesk.media.LocalStack;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoTicketsIT extends TicketsContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Tickets tickets() {
    return new DynamoTickets(LOCAL.dynamo(), LOCAL.config());
  }
}
