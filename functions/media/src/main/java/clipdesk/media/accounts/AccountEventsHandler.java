package clipdesk.media.accounts;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.MarkThenErase;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.sessions.DynamoEndedSessions;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.contracts.accounts.AccountEvent;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Word of accounts. Every message is harmless twice and in any order. */
public final class AccountEventsHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(AccountEventsHandler.class);

  /** Enough for a page and the answer, so that a long erasure is a failure of its own. */
  private static final Duration LAST_PAGE = Duration.ofSeconds(10);

  private final EndedSessions endedSessions;
  private final EraseAccount eraseAccount;
  private final MarkThenErase accounts;

  /** Reads its configuration from the environment; called by Lambda. */
  public AccountEventsHandler() {
    var environment = Environment.ofProcess();
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var table = environment.text("MEDIA_TABLE");
    this.endedSessions = new DynamoEndedSessions(() -> dynamo, table, InstantSource.system());
    this.eraseAccount = new EraseAccount(new DynamoAccountRows(dynamo, table));
    var longestRequest = Duration.ofSeconds(environment.number("LONGEST_REQUEST_SECONDS"));
    this.accounts = MarkThenErase.waiting(longestRequest);
  }

  AccountEventsHandler(
      EndedSessions endedSessions, EraseAccount eraseAccount, MarkThenErase accounts) {
    this.endedSessions = endedSessions;
    this.eraseAccount = eraseAccount;
    this.accounts = accounts;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    BooleanSupplier timeIsUp = () -> context.getRemainingTimeInMillis() < LAST_PAGE.toMillis();
    accounts.process(batch, this::mark, accountId -> eraseAccount.erase(accountId, timeIsUp));
    batch.answer(answer);
  }

  /** The account to be erased, if the message is about one. */
  private Optional<String> mark(QueueBatch.Message message) {
    var event = AccountEvent.read(message.body());
    if (event.isEmpty()) {
      LOG.info("Message {} is of no type we know and is dropped", message.id());
    }
    return event.flatMap(this::mark);
  }

  private Optional<String> mark(AccountEvent event) {
    switch (event) {
      case AccountEvent.SessionEnded ended -> endedSessions.sessionEnded(ended.tokenFamily());
      case AccountEvent.SessionsEnded ended ->
          endedSessions.sessionsEnded(ended.accountId(), ended.validAfter());
      case AccountEvent.AddressChanged _ -> {
        // Nothing here is kept by an address.
      }
      case AccountEvent.AccountDeleted deleted -> {
        endedSessions.accountDeleted(deleted.accountId());
        return Optional.of(deleted.accountId());
      }
    }
    return Optional.empty();
  }
}
