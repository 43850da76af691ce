package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.Message;

/** What cannot be worked on waits in a dead-letter queue, with its cause. */
final class DeadLettersIT {
  private static final Stack STACK = Stack.deployed();

  /** Lambda tries again after one minute and after two more. */
  private static final Duration RETRIES = Duration.ofMinutes(5);

  @Test
  void rubbishPutAsAClipRequestWaitsWithItsCause() {
    var id = "%040x".formatted(System.nanoTime());
    put("clip-requests/" + id + ".json", "rubbish");

    var letter = letter("ClipsDeadLetters", id);

    assertThat(letter.body())
        .contains("clip-requests/" + id + ".json")
        .contains("BadClipRequestException")
        .contains("it is not a JSON object");
  }

  @Test
  void objectOfAnotherNameWaitsWithItsCause() {
    var name = Person.unique("not-a-request");
    put("clip-requests/" + name + ".json", "{}");

    assertThat(letter("ClipsDeadLetters", name).body())
        .contains("its key is not that of a clip request");
  }

  private static void put(String key, String text) {
    try (var s3 = STACK.s3()) {
      s3.putObject(
          put -> put.bucket(STACK.output("ClipsBucket")).key(key), RequestBody.fromString(text));
    }
  }

  /** The letter that names a key; it is taken from the queue, others stay. */
  private static Message letter(String queue, String name) {
    try (var sqs = STACK.sqs()) {
      var url = STACK.output(queue);
      return Eventually.within(
          RETRIES,
          "a dead letter about " + name,
          () -> {
            var messages =
                sqs.receiveMessage(
                        receive ->
                            receive.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(1))
                    .messages();
            Optional<Message> found =
                messages.stream().filter(message -> message.body().contains(name)).findFirst();
            found.ifPresent(
                message ->
                    sqs.deleteMessage(
                        delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
            return found;
          });
    }
  }
}
