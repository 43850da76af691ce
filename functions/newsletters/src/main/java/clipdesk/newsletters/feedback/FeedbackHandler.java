package clipdesk.newsletters.feedback;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.MarkThenErase;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.RotatingKeys;
import clipdesk.common.json.Json;
import clipdesk.common.sessions.DynamoEndedSessions;
import clipdesk.contracts.accounts.AccountEvent;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.DynamoEditorAddresses;
import clipdesk.newsletters.deliveries.DynamoDeliveries;
import clipdesk.newsletters.deliveries.DynamoDeliveryChanges;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.links.LeaveByMail;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.DynamoConfirmations;
import clipdesk.newsletters.subscriptions.DynamoMailboxes;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.DynamoTopics;
import clipdesk.newsletters.subscriptions.EraseSubscriber;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.Topics;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Every event is harmless twice and in any order; one that fails comes again by itself. */
public final class FeedbackHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackHandler.class);

  private final TakeFeedback takeFeedback;
  private final HearOfAccount hearOfAccount;
  private final LeaveByMail leaveByMail;
  private final MarkThenErase accounts;

  public FeedbackHandler() {
    var environment = Environment.ofProcess();
    var config = new NewslettersConfig(environment);
    var secrets = new Secrets(AwsClients.client(SecretsManagerClient.builder()));
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var clock = InstantSource.system();
    var keyed = new Keyed(new RotatingKeys(() -> secrets.text(config.keyArn()), clock)::ring);
    var subscribers = new DynamoSubscribers(dynamo, config.table(), keyed);
    var confirmations = new DynamoConfirmations(dynamo, config.table(), keyed);
    var takeWord =
        new TakeWord(
            new DynamoDeliveries(dynamo, config.table()),
            new DynamoDeliveryChanges(dynamo, config.table()));
    var mailboxes = new DynamoMailboxes(dynamo, config.table(), keyed);
    this.takeFeedback = new TakeFeedback(takeWord, subscribers, mailboxes, clock);
    this.hearOfAccount =
        new HearOfAccount(
            new DynamoEndedSessions(() -> dynamo, config.table(), clock),
            subscribers,
            confirmations,
            new EraseSubscriber(subscribers, confirmations, clock),
            new DynamoEditorAddresses(dynamo, config.table()),
            clock);
    var links = new RotatingKeys(() -> secrets.text(config.linkKeysArn()), clock);
    var topics = new Topics(new DynamoTopics(dynamo, config.table()), clock);
    this.leaveByMail = new LeaveByMail(new LinkSigner(links), subscribers, topics, takeWord, clock);
    var longestRequest = Duration.ofSeconds(environment.number("LONGEST_REQUEST_SECONDS"));
    this.accounts = MarkThenErase.waiting(longestRequest);
  }

  FeedbackHandler(
      TakeFeedback takeFeedback,
      HearOfAccount hearOfAccount,
      LeaveByMail leaveByMail,
      MarkThenErase accounts) {
    this.takeFeedback = takeFeedback;
    this.hearOfAccount = hearOfAccount;
    this.leaveByMail = leaveByMail;
    this.accounts = accounts;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    accounts.process(batch, this::take, hearOfAccount::erase);
    batch.answer(answer);
  }

  /** The account that is to be erased, if the message is about one. */
  private Optional<String> take(QueueBatch.Message message) {
    if (!message.body().stripLeading().startsWith("{")) {
      // SES says a plain sentence when the destination is made.
      LOG.info("Message {} is no event and is dropped", message.id());
      return Optional.empty();
    }
    Map<String, Object> event = Json.object(message.body());
    if (event.get("mail") instanceof Map<?, ?> mail) {
      if ("Received".equals(event.get("notificationType"))) {
        receive(message, mail);
      } else {
        takeFeedback.take(event, mail);
      }
      return Optional.empty();
    }
    var word = AccountEvent.read(message.body());
    if (word.isEmpty()) {
      LOG.info("Message {} is of no type we know and is dropped", message.id());
    }
    return word.flatMap(hearOfAccount::mark);
  }

  private void receive(QueueBatch.Message message, Map<?, ?> mail) {
    var headers = mail.get("commonHeaders") instanceof Map<?, ?> map ? map : Map.of();
    if (!(headers.get("subject") instanceof String subject && leaveByMail.leave(subject))) {
      LOG.info("Message {} is a mail with no token of ours and is dropped", message.id());
    }
  }
}
