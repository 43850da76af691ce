package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What cannot be worked on waits in a dead-letter queue, with its cause, and can be put back. */
final class DeadLettersIT {
  private static final Stack STACK = Stack.deployed();
  private static final DeadLetters CLIPS = new DeadLetters(STACK, "ClipsDeadLetters");

  @Test
  void rubbishPutAsAClipRequestWaitsWithItsCause() {
    var id = "%040x".formatted(System.nanoTime());
    put("clip-requests/" + id + ".json", "rubbish");

    var letter = CLIPS.take(id);

    assertThat(letter.body())
        .contains("clip-requests/" + id + ".json")
        .contains("BadClipRequestException")
        .contains("is not a JSON object");
  }

  @Test
  void objectOfAnotherNameWaitsWithItsCause() {
    var name = Person.unique("not-a-request");
    put("clip-requests/" + name + ".json", "{}");

    assertThat(CLIPS.take(name).body()).contains("its key is not that of a clip request");
  }

  @Test
  void letterOfAFunctionIsHandedToThatFunctionAgain() throws Exception {
    var id = "%040x".formatted(System.nanoTime());
    put("clip-requests/" + id + ".json", "rubbish");
    var first = CLIPS.look(id);

    assertThat(redrive("ClipsDeadLetters"))
        .contains(first.messageId() + " → function ", "is not a JSON object", "dry run");
    assertThat(CLIPS.look(id).messageId()).isEqualTo(first.messageId());

    assertThat(redrive("ClipsDeadLetters", "--go")).contains(first.messageId() + " → function ");
    assertThat(CLIPS.take(id).messageId())
        .as("it fails again, and a new letter says so")
        .isNotEqualTo(first.messageId());
  }

  @Test
  void letterOfAQueueGoesBackToThatQueueAndIsWorkedOn() throws Exception {
    var address = Person.unique("reader") + "@example.org";
    var mailbox = new Mailbox(STACK, address);
    var job =
        """
        {"type": "confirm", "email": "%s", "language": "en", "topics": [], "textVersion": "1",
         "askedAt": "%s"}
        """
            .formatted(address, Instant.now());
    var letter = send("MailsDeadLetters", job);

    assertThat(redrive("MailsDeadLetters")).contains(letter + " → queue ", "dry run");
    assertThat(count("MailsDeadLetters")).as("letters after the dry run").isPositive();
    assertThat(mailbox.all()).as("mails after the dry run").isEmpty();

    assertThat(redrive("MailsDeadLetters", "--go")).contains(letter + " → queue ");
    mailbox.next("the mail of the letter that was put back");
    assertThat(count("MailsDeadLetters")).as("letters left").isZero();
  }

  /** What `bin/redrive` prints; it has to succeed. */
  private static String redrive(String queue, String... more)
      throws IOException, InterruptedException {
    var root =
        Path.of(System.getProperty("clipdesk.outputs")).toAbsolutePath().getParent().getParent();
    var command = new ArrayList<>(List.of("bin/redrive", STACK.output(queue)));
    command.addAll(List.of(more));
    var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    if (STACK.endpoint().isPresent()) {
      builder.environment().put("AWS_CLI", "localstack/stack aws");
    }
    var process = builder.start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String send(String queue, String body) {
    try (var sqs = STACK.sqs()) {
      return sqs.sendMessage(send -> send.queueUrl(STACK.output(queue)).messageBody(body))
          .messageId();
    }
  }

  /** All letters in a queue, those being looked at included. */
  private static int count(String queue) {
    try (var sqs = STACK.sqs()) {
      return sqs
          .getQueueAttributes(
              get ->
                  get.queueUrl(STACK.output(queue))
                      .attributeNames(
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
          .attributes()
          .values()
          .stream()
          .mapToInt(Integer::parseInt)
          .sum();
    }
  }

  private static void put(String key, String text) {
    try (var s3 = STACK.s3()) {
      s3.putObject(
          put -> put.bucket(STACK.output("ClipsBucket")).key(key), RequestBody.fromString(text));
    }
  }
}
