package clipdesk.media.limits;

import clipdesk.media.LocalStack;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCountersIT extends CountersContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Counters counters() {
    return new DynamoCounters(LOCAL.dynamo(), LOCAL.config());
  }
}
