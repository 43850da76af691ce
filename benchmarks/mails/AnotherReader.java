package clipdesk.journeys;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reads a queue as Lambda does beside the one reader that the emulator has for it; on AWS there are
 * as many as there is work for, or as its mapping allows.
 */
final class AnotherReader implements AutoCloseable {
  private final SqsClient sqs;
  private final LambdaClient lambda;
  private final String queue;
  private final int messagesAtOnce;
  private final String function;
  private final Thread thread;
  private volatile boolean enough;

  private AnotherReader(Stack stack, String function, String queue) {
    this.sqs = stack.sqs();
    this.lambda = stack.lambda();
    this.function = stack.output("StackName") + "-" + function;
    var mapping =
        lambda
            .listEventSourceMappings(it -> it.functionName(this.function + ":live"))
            .eventSourceMappings()
            .stream()
            .filter(it -> it.eventSourceArn().contains(queue))
            .findFirst()
            .orElseThrow();
    var arn = mapping.eventSourceArn();
    var name = arn.substring(arn.lastIndexOf(':') + 1);
    this.queue = sqs.getQueueUrl(it -> it.queueName(name)).queueUrl();
    this.messagesAtOnce = mapping.batchSize();
    this.thread = Thread.ofPlatform().name("another-reader").start(this::read);
  }

  static AnotherReader ofSends(Stack stack) {
    return new AnotherReader(stack, "newsletters-sender", "Sends");
  }

  static AnotherReader ofEvents(Stack stack) {
    return new AnotherReader(stack, "newsletters-events", "SesEvents");
  }

  private void read() {
    while (!enough) {
      var messages =
          sqs.receiveMessage(
                  it -> it.queueUrl(queue).maxNumberOfMessages(messagesAtOnce).waitTimeSeconds(1))
              .messages();
      if (!messages.isEmpty()) {
        hand(messages);
      }
    }
  }

  /** What is not settled is there again after a while. */
  private void hand(List<Message> messages) {
    var event = Map.of("Records", messages.stream().map(AnotherReader::record).toList());
    var answer =
        lambda.invoke(
            it ->
                it.functionName(function)
                    .qualifier("live")
                    .payload(SdkBytes.fromUtf8String(Api.write(event))));
    if (answer.functionError() == null) {
      var left = answer.payload().asUtf8String();
      messages.stream()
          .filter(it -> !left.contains(it.messageId()))
          .forEach(
              it -> sqs.deleteMessage(to -> to.queueUrl(queue).receiptHandle(it.receiptHandle())));
    }
  }

  private static Map<String, String> record(Message message) {
    return Map.of("messageId", message.messageId(), "body", message.body());
  }

  @Override
  public void close() throws InterruptedException {
    enough = true;
    thread.join();
    sqs.close();
    lambda.close();
  }
}
