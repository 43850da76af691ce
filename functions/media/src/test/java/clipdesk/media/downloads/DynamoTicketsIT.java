package clipdesk.media.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.LocalStack;
import clipdesk.media.accounts.ErasedAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoTicketsIT extends TicketsContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  Tickets tickets() {
    return new DynamoTickets(LOCAL.dynamo(), LOCAL.config());
  }

  @Test
  void allThatATicketWritesGoesWithItsAccount() {
    var one = put(NOW);
    put(NOW.plusSeconds(1));
    assertThat(LOCAL.rowsWith(account))
        .as("two tickets, lines, takers, and their names")
        .hasSize(8);

    ErasedAccounts.erase(LOCAL, account);

    assertThat(LOCAL.rowsWith(account)).isEmpty();
    assertThat(tickets().find(hash(one))).isEmpty();
    assertThat(LOCAL.rowsWith(one.ref())).isEmpty();
  }
}
