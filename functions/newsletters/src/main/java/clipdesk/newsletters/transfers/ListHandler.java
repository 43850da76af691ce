package clipdesk.newsletters.transfers;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.RotatingKeys;
import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.exports.DescribePeople;
import clipdesk.newsletters.exports.DynamoExports;
import clipdesk.newsletters.exports.WriteExport;
import clipdesk.newsletters.imports.DoLines;
import clipdesk.newsletters.imports.DynamoImports;
import clipdesk.newsletters.imports.GoThroughList;
import clipdesk.newsletters.imports.JudgeLines;
import clipdesk.newsletters.lists.S3ListFiles;
import clipdesk.newsletters.lists.SqsListWork;
import clipdesk.newsletters.rekeying.RekeyAddresses;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.DynamoAddressKeys;
import clipdesk.newsletters.subscriptions.DynamoMailboxes;
import clipdesk.newsletters.subscriptions.DynamoRolls;
import clipdesk.newsletters.subscriptions.DynamoSubscribers;
import clipdesk.newsletters.subscriptions.DynamoToldTexts;
import clipdesk.newsletters.subscriptions.DynamoTopics;
import clipdesk.newsletters.subscriptions.Keyed;
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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Takes word of uploads from S3, and messages to go on with a list or with the keys of all. */
public final class ListHandler implements RequestStreamHandler {
  /** A page of five hundred lines needs some seconds, a part of a file more. */
  private static final Duration FOR_A_PAGE = Duration.ofSeconds(60);

  private static final int AT_ONCE = 16;

  private final GoThroughList imports;
  private final WriteExport exports;
  private final RekeyAddresses rekeyAddresses;
  private final InstantSource clock;

  public ListHandler() {
    var config = new NewslettersConfig(Environment.ofProcess());
    var secrets = new Secrets(AwsClients.client(SecretsManagerClient.builder()));
    this.clock = InstantSource.system();
    var keyed = new Keyed(new RotatingKeys(() -> secrets.text(config.keyArn()), clock)::ring);
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var sqs = AwsClients.client(SqsClient.builder());
    var table = config.table();
    var files = new S3ListFiles(AwsClients.client(S3Client.builder()), config.listsBucket());
    var work = new SqsListWork(() -> sqs, config);
    var sideBySide = SideBySide.upTo(AT_ONCE);
    var subscribers = new DynamoSubscribers(dynamo, table, keyed);
    var topics = new Topics(new DynamoTopics(dynamo, table), clock);
    var texts = new DynamoToldTexts(dynamo, table);
    var mailboxes = new DynamoMailboxes(dynamo, table, keyed);
    this.imports =
        new GoThroughList(
            new DynamoImports(dynamo, table),
            files,
            topics,
            new JudgeLines(subscribers, mailboxes, sideBySide),
            new DoLines(
                subscribers, texts, topics, new SqsOutgoing(() -> sqs, config), sideBySide, clock),
            work,
            clock);
    this.exports =
        new WriteExport(
            new DynamoExports(dynamo, table),
            new DynamoRolls(dynamo, table),
            new DescribePeople(subscribers, topics, texts, sideBySide),
            files,
            work,
            clock);
    this.rekeyAddresses =
        new RekeyAddresses(new DynamoAddressKeys(dynamo, table, keyed), sideBySide, work, clock);
  }

  ListHandler(
      GoThroughList imports,
      WriteExport exports,
      RekeyAddresses rekeyAddresses,
      InstantSource clock) {
    this.imports = imports;
    this.exports = exports;
    this.rekeyAddresses = rekeyAddresses;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    var until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(FOR_A_PAGE);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> take(message.body(), until));
    }
    batch.answer(answer);
  }

  private void take(String message, Instant until) {
    if (ListPut.told(message)) {
      ListPut.read(message)
          .forEach(it -> imports.put(it.importId(), it.version(), it.sizeBytes(), until));
      return;
    }
    var rekeyed = AddressesToRekey.read(message);
    if (rekeyed.isPresent()) {
      rekeyAddresses.goOn(rekeyed.get(), until);
      return;
    }
    var asked = ListToMove.read(message);
    switch (asked.way()) {
      case IMPORT -> imports.goOn(asked.id(), until);
      case TAKE_UP -> imports.takeUp(asked.id());
      case EXPORT -> exports.goOn(asked.id(), until);
    }
  }
}
