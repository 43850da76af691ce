package clipdesk.newsletters.sending;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.RotatingKeys;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.DynamoCampaigns;
import clipdesk.newsletters.campaigns.DynamoEditorAddresses;
import clipdesk.newsletters.campaigns.ListMail;
import clipdesk.newsletters.campaigns.WriteLetters;
import clipdesk.newsletters.deliveries.DynamoCampaignCounts;
import clipdesk.newsletters.deliveries.DynamoDeliveries;
import clipdesk.newsletters.deliveries.DynamoDeliveryChanges;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.DynamoConfirmationLimits;
import clipdesk.newsletters.subscriptions.DynamoConfirmations;
import clipdesk.newsletters.subscriptions.DynamoMailboxes;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.DynamoTopics;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.SqsOutgoing;
import clipdesk.newsletters.subscriptions.Topics;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Takes messages of both queues: recipients of campaigns, and single mails. */
public final class SenderHandler implements RequestStreamHandler {
  /** SES had enough of it, or was not there. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /** The call of SES and the mark after it. */
  private static final Duration FOR_A_MAIL = Duration.ofSeconds(25);

  private final DeliverCampaign deliver;
  private final ConfirmationMails confirmations;
  private final ErasureMails erasures;
  private final TestMails tests;
  private final NoticeMails notices;
  private final Outgoing outgoing;
  private final InstantSource clock;

  public SenderHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var secrets = new Secrets(AwsClients.client(SecretsManagerClient.builder()));
    var clock = InstantSource.system();
    var keyed = new Keyed(new RotatingKeys(() -> secrets.text(config.keyArn()), clock)::ring);
    var links = new LinkSigner(new RotatingKeys(() -> secrets.text(config.linkKeysArn()), clock));
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var table = config.table();
    var subscribers = new DynamoSubscribers(dynamo, table, keyed);
    var campaigns = new DynamoCampaigns(dynamo, table);
    var deliveries = new DynamoDeliveries(dynamo, table);
    var takeWord = new TakeWord(deliveries, new DynamoDeliveryChanges(dynamo, table));
    var perAddress = config.confirmationsOfAnAddress();
    var limits = new DynamoConfirmationLimits(dynamo, table, perAddress, keyed);
    var reminders = DynamoConfirmationLimits.ofReminders(dynamo, table, keyed);
    var mailer = new SesMailer(config);
    var quota =
        new SendQuota(
            new DynamoAccountQuota(dynamo, table),
            config.maxMailsPerSecond(),
            config.maxMailsPerDay(),
            clock);
    var pace = new DynamoPace(dynamo, table, quota::mailsPerSecond, config.campaignShare(), clock);
    var live = new LiveCampaigns(campaigns, clock);
    var listMail = new ListMail(config);
    var mail = new CampaignMail(links, listMail);
    var topics = new Topics(new DynamoTopics(dynamo, table), clock);
    var letters = new WriteLetters(topics, config);
    var deliverMail =
        new DeliverMail(
            live,
            deliveries,
            takeWord,
            subscribers,
            mail,
            mailer,
            pace,
            quota,
            new Breaker(new DynamoSetbacks(dynamo, table)),
            clock);
    this.deliver =
        new DeliverCampaign(
            live,
            deliveries,
            deliverMail,
            new DynamoCampaignCounts(dynamo, table),
            pace,
            quota,
            Places.onVirtualThreads());
    this.clock = clock;
    var pending = new DynamoConfirmations(dynamo, table, keyed);
    var single = new SingleMail(mailer, quota, pace, keyed, config, clock);
    var mailboxes = new DynamoMailboxes(dynamo, table, keyed);
    this.confirmations =
        new ConfirmationMails(
            subscribers, pending, limits, reminders, mailboxes, links, topics, single, config);
    var erasureLimits = DynamoConfirmationLimits.ofErasures(dynamo, table, perAddress, keyed);
    this.erasures = new ErasureMails(subscribers, erasureLimits, links, single, config, clock);
    var once = new DynamoSentOnce(dynamo, table);
    this.tests = new TestMails(campaigns, letters, links, listMail, single, once);
    var editors = new DynamoEditorAddresses(dynamo, table);
    this.notices = new NoticeMails(campaigns, editors, single, once, config);
    var sqs = AwsClients.client(SqsClient.builder());
    this.outgoing = new SqsOutgoing(() -> sqs, config);
  }

  SenderHandler(
      DeliverCampaign deliver,
      ConfirmationMails confirmations,
      ErasureMails erasures,
      TestMails tests,
      NoticeMails notices,
      Outgoing outgoing,
      InstantSource clock) {
    this.clock = clock;
    this.deliver = deliver;
    this.confirmations = confirmations;
    this.erasures = erasures;
    this.tests = tests;
    this.notices = notices;
    this.outgoing = outgoing;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    var until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(FOR_A_MAIL);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> take(SenderMessage.read(message.body()), until));
    }
    batch.answer(answer);
  }

  private void take(SenderMessage message, Instant until) {
    switch (message) {
      case BatchToSend batch -> deliver(batch, until);
      case ConfirmationToMail asked -> again(asked, confirmations.confirm(asked, until));
      case ErasureToMail asked -> again(asked, erasures.send(asked, until));
      case NoticeToMail news -> again(news, notices.send(news, until));
      case TestToMail test -> again(test, tests.send(test, until));
    }
  }

  /** Rate and quota fail no message, or the fifth time would make it a dead letter. */
  private void again(SenderMessage.OfOneMail message, Mailed mailed) {
    mailed.again().ifPresent(delay -> outgoing.mailLater(message, delay));
  }

  private void deliver(BatchToSend batch, Instant until) {
    var left = deliver.deliver(batch, until);
    if (!left.isEmpty()) {
      outgoing.sendLater(batch.only(left), SOON);
    }
  }
}
