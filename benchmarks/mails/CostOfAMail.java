package clipdesk.journeys;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a mail asks of AWS and what that costs, from the plan to what SES said of it. */
final class CostOfAMail {
  private final Stack stack;
  private final DynamoDbClient dynamo;
  private final Person editor;
  private final int people;

  CostOfAMail(Stack stack, DynamoDbClient dynamo, Person editor, int people) {
    this.stack = stack;
    this.dynamo = dynamo;
    this.editor = editor;
    this.people = people;
  }

  void print(Bars bars) throws IOException, InterruptedException {
    var readership = Readership.bring(stack, editor, "cost", people);
    try (var counted = new CountedRequests(stack.endpoint().orElseThrow())) {
      var through = Map.of("AWS_ENDPOINT_URL", counted.endpoint());
      try (var _ = LiveFunction.with(stack, "newsletters-planner", through);
          var _ = LiveFunction.with(stack, "newsletters-sender", through);
          var _ = LiveFunction.with(stack, "newsletters-events", through);
          var _ = LiveFunction.with(stack, "newsletters-tick", through);
          var _ = AnotherReader.ofEvents(stack);
          var _ = AnotherReader.ofEvents(stack)) {
        var id = readership.campaign(editor, "What a mail costs");
        counted.forget();
        var begun = Instant.now();
        Kills.start(editor, id);
        heard(id);
        print(bars, counted, Ran.of(new Logs(stack, begun)));
      }
    }
  }

  /** Sent, counted, and every event has come. */
  private void heard(String id) {
    var ledger = new Ledger(dynamo, stack.output("NewslettersTable"), id);
    SentCampaign.awaited(id, ledger);
    Eventually.within(
        SentCampaign.PATIENCE,
        "word of every mail, and the end",
        () ->
            Optional.of(ledger.rows())
                .filter(it -> it.stream().allMatch(Ledger.Row::isHeardAndCounted))
                .filter(_ -> new Campaigns(editor).read(id).text("state").equals("sent")));
  }

  private void print(Bars bars, CountedRequests counted, Ran ran) {
    counted.requests().forEach((what, many) -> bars.told("requests a mail: " + what, mean(many)));
    double writes = units(bars, "write", counted.writes());
    double reads = units(bars, "read", counted.reads());
    bars.atMost("write units a mail", writes, 14);
    bars.atMost("read units a mail", reads, 6);
    double table = people * (writes * Prices.WRITE_UNIT + reads * Prices.READ_UNIT);
    // A message is received and deleted once for an invocation; SES publishes two events of a mail.
    double queues = (counted.requests("sqs") + 2.0 * ran.invocations()) * Prices.SQS_REQUEST;
    double topic = 2.0 * people * Prices.SNS_PUBLISH;
    double functions =
        ran.invocations() * Prices.LAMBDA_REQUEST
            + ran.gigabyteSeconds() * Prices.LAMBDA_GIGABYTE_SECOND;
    double logs = ran.loggedBytes() / 1e9 * Prices.LOGGED_GIGABYTE;
    bars.told("$ for 1,000 mails: table", thousand(table));
    bars.told("$ for 1,000 mails: queues", thousand(queues));
    bars.told("$ for 1,000 mails: topic", thousand(topic));
    bars.told("$ for 1,000 mails: functions, as long as they took here", thousand(functions));
    bars.told("$ for 1,000 mails: logs", thousand(logs));
    bars.atMost(
        "$ for 1,000 mails besides SES", thousand(table + queues + topic + functions + logs), 0.02);
  }

  private double units(Bars bars, String kind, Map<String, Double> byOperation) {
    byOperation.forEach((what, units) -> bars.told(kind + " units a mail: " + what, mean(units)));
    return mean(byOperation.values().stream().mapToDouble(it -> it).sum());
  }

  private double mean(double sum) {
    return sum / people;
  }

  private double thousand(double dollars) {
    return dollars * 1000 / people;
  }
}
