package clipdesk.media.clips;

import clipdesk.media.LocalStack;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoRequestersIT extends RequestersContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Requesters requesters() {
    return new DynamoRequesters(LOCAL.dynamo(), LOCAL.config());
  }
}
