package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.LocalStack;
import clipdesk.media.accounts.ErasedAccounts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoRequestersIT extends RequestersContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Requesters requesters() {
    return new DynamoRequesters(LOCAL.dynamo(), LOCAL.config());
  }

  @Test
  void whatAnAccountAskedForGoesWithIt() {
    requesters()
        .asked("account-to-erase", new ClipId("3c1f".repeat(10)), Optional.empty(), Instant.EPOCH);
    assertThat(LOCAL.rowsWith("account-to-erase")).hasSize(1);

    ErasedAccounts.erase(LOCAL, "account-to-erase");

    assertThat(LOCAL.rowsWith("account-to-erase")).isEmpty();
  }
}
