package clipdesk.journeys;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/** A queue that its function takes nothing of until it is closed. */
final class HeldQueue implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stack stack;
  private final LambdaClient lambda;
  private final EventSourceMappingConfiguration mapping;

  private HeldQueue(Stack stack, LambdaClient lambda, EventSourceMappingConfiguration mapping) {
    this.stack = stack;
    this.lambda = lambda;
    this.mapping = mapping;
  }

  /**
   * @param function its name without that of the stack
   * @param queue a part of the queue's name
   */
  static HeldQueue of(Stack stack, String function, String queue) {
    var lambda = stack.lambda();
    var name = stack.output("StackName") + "-" + function + ":live";
    var mapping =
        lambda.listEventSourceMappings(it -> it.functionName(name)).eventSourceMappings().stream()
            .filter(it -> it.eventSourceArn().contains(queue))
            .findFirst()
            .orElseThrow();
    var held = new HeldQueue(stack, lambda, mapping);
    held.enable(false);
    return held;
  }

  private void enable(boolean enabled) {
    lambda.updateEventSourceMapping(it -> it.uuid(mapping.uuid()).enabled(enabled));
    Eventually.within(
        PATIENCE,
        "a queue that is " + (enabled ? "read" : "held"),
        () ->
            Optional.of(lambda.getEventSourceMapping(it -> it.uuid(mapping.uuid())).state())
                .filter(it -> it.equals(enabled ? "Enabled" : "Disabled")));
  }

  /** What stands in it is lost. */
  void empty() {
    var arn = mapping.eventSourceArn();
    try (var sqs = stack.sqs()) {
      var name = arn.substring(arn.lastIndexOf(':') + 1);
      var url = sqs.getQueueUrl(it -> it.queueName(name)).queueUrl();
      sqs.purgeQueue(it -> it.queueUrl(url));
    }
  }

  @Override
  public void close() {
    enable(true);
    lambda.close();
  }
}
