package clipdesk.journeys;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Calls the functions beside their queues, with messages that were delivered already, about people
 * in any order; it is refused or killed as they are.
 */
final class Beside implements Runnable {
  private static final int MOST = 25;

  private final Stack stack;
  private final Person editor;
  private final String campaign;
  private final Random random;
  private volatile boolean enough;
  private int calls;

  Beside(Stack stack, Person editor, String campaign, Random random) {
    this.stack = stack;
    this.editor = editor;
    this.campaign = campaign;
    this.random = random;
  }

  @Override
  public void run() {
    try (var lambda = stack.lambda();
        var dynamo = stack.dynamo()) {
      while (!enough) {
        var bucket = Ledger.bucket(random.nextInt(Ledger.BUCKETS));
        try {
          switch (random.nextInt(9)) {
            case 0 -> invoke(lambda, "newsletters-planner", plan(bucket));
            case 1 -> invoke(lambda, "newsletters-tick", "{}");
            case 2 -> editor.api().get("/v1/editor/campaigns/" + campaign + "/report");
            default -> invoke(lambda, "newsletters-sender", send(dynamo, bucket));
          }
        } catch (SdkException | UncheckedIOException endedMeanwhile) {
          // Whoever is killed answers nobody.
        }
        calls++;
      }
    }
  }

  private void invoke(LambdaClient lambda, String function, String event) {
    lambda.invoke(
        call ->
            call.functionName(stack.output("StackName") + "-" + function)
                .qualifier("live")
                .payload(SdkBytes.fromUtf8String(event)));
  }

  private String plan(String bucket) {
    return message(
        "{\"v\":1,\"type\":\"plan\",\"campaignId\":\"%s\",\"bucket\":\"%s\",\"mode\":\"plan\"}"
            .formatted(campaign, bucket));
  }

  private String send(DynamoDbClient dynamo, String bucket) {
    var rows = new Ledger(dynamo, stack.output("NewslettersTable"), campaign).rows(bucket);
    var people = new ArrayList<>(rows.stream().map(Ledger.Row::subscriber).toList());
    Collections.shuffle(people, random);
    List<String> some = people.subList(0, Math.min(people.size(), 1 + random.nextInt(MOST)));
    return message(
        "{\"v\":1,\"type\":\"send\",\"campaignId\":\"%s\",\"bucket\":\"%s\",\"subscribers\":[%s]}"
            .formatted(
                campaign,
                bucket,
                String.join(",", some.stream().map(it -> "\"" + it + "\"").toList())));
  }

  private static String message(String body) {
    return Api.write(
        Map.of("Records", List.of(Map.of("messageId", Person.unique("beside"), "body", body))));
  }

  void enough() {
    enough = true;
  }

  int calls() {
    return calls;
  }
}
