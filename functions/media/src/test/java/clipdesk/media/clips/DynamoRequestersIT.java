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
    var quote = new ClipQuote("en", 1, 0, 2, "Good morning.", "pause", "pause");
    var words = new OwnWords(Optional.of("Arctic"), Optional.of(quote));
    requesters().asked("account-to-erase", new ClipId("3c1f".repeat(10)), words, Instant.EPOCH);
    assertThat(LOCAL.rowsWith("account-to-erase")).hasSize(1);

    ErasedAccounts.erase(LOCAL, "account-to-erase");

    assertThat(LOCAL.rowsWith("account-to-erase")).isEmpty();
  }
}
