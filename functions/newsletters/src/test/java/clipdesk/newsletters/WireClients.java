package clipdesk.newsletters;

import clipdesk.common.aws.Environment;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of the function, and names of the template for what they ask about. */
public final class WireClients {
  public static final NewslettersConfig CONFIG =
      new NewslettersConfig(
          new Environment(
              Map.of(
                  "NEWSLETTERS_TABLE", "Newsletters",
                  "PLANS_QUEUE_URL", "https://sqs.example/Plans",
                  "SENDS_QUEUE_URL", "https://sqs.example/Sends",
                  "MAILS_QUEUE_URL", "https://sqs.example/Mails",
                  "LIST_WORK_QUEUE_URL", "https://sqs.example/ListWork",
                  "LISTS_BUCKET", "lists-bucket",
                  "NEWSLETTER_FROM", "news@clipdesk.example",
                  "SES_CONFIGURATION_SET", "MailConfigurationSet")));

  private WireClients() {}

  public static DynamoDbClient dynamo() {
    return new NewslettersWiring().dynamo();
  }

  public static SqsClient sqs() {
    return new NewslettersWiring().sqs();
  }
}
