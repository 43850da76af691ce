package clipdesk.journeys;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reads the queue of campaigns as Lambda does beside the one reader that the emulator has for it;
 * on AWS there are {@code SenderConcurrency} of them.
 */
final class SecondSender implements AutoCloseable {
  private final SqsClient sqs;
  private final LambdaClient lambda;
  private final String queue;
  private final String function;
  private final Thread thread;
  private volatile boolean enough;

  SecondSender(Stack stack) {
    this.sqs = stack.sqs();
    this.lambda = stack.lambda();
    this.function = stack.output("StackName") + "-newsletters-sender";
    this.queue = LiveFunction.variable(stack, "newsletters-sender", "SENDS_QUEUE_URL");
    this.thread = Thread.ofPlatform().name("second-sender").start(this::read);
  }

  private void read() {
    while (!enough) {
      sqs.receiveMessage(it -> it.queueUrl(queue).maxNumberOfMessages(1).waitTimeSeconds(1))
          .messages()
          .forEach(this::hand);
    }
  }

  /** What is not settled is there again after a while. */
  private void hand(Message message) {
    var event =
        Map.of(
            "Records", List.of(Map.of("messageId", message.messageId(), "body", message.body())));
    var answer =
        lambda.invoke(
            it ->
                it.functionName(function)
                    .qualifier("live")
                    .payload(SdkBytes.fromUtf8String(Api.write(event))));
    if (answer.functionError() == null
        && !answer.payload().asUtf8String().contains(message.messageId())) {
      sqs.deleteMessage(it -> it.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
  }

  @Override
  public void close() throws InterruptedException {
    enough = true;
    thread.join();
    sqs.close();
    lambda.close();
  }
}
