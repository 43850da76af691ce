package clipdesk.media.limits;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.LocalStack;
import clipdesk.media.accounts.ErasedAccounts;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCountersIT extends CountersContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Counters counters() {
    return new DynamoCounters(LOCAL.dynamo(), LOCAL.config());
  }

  @Test
  void countsOfAnAccountGoWithIt() {
    var counted = new Counters.Counted(Counters.Holder.ACCOUNT, "account-to-erase", "clips#1");
    counters().add(counted, 1, 1, Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(LOCAL.rowsWith("account-to-erase")).hasSize(1);

    ErasedAccounts.erase(LOCAL, "account-to-erase");

    assertThat(LOCAL.rowsWith("account-to-erase")).isEmpty();
  }
}
