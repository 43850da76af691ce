package clipdesk.common.aws;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.logging.StandardOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

final class QueueBatchTest {
  private static final String EVENT =
      """
      {"Records":[{"messageId":"m-1","body":"{\\"n\\":1}"},{"messageId":"m-2","body":"ada@press.example"},\
      {"messageId":"m-3","body":"{\\"n\\":3}"}]}\
      """;

  @Test
  void messageThatFailsIsReportedAndHoldsNoOtherBack() throws IOException {
    var batch = batch();
    var done = new ArrayList<Object>();
    for (var message : batch.messages()) {
      batch.attempt(message, () -> done.add(Json.object(message.body()).get("n")));
    }

    assertThat(done).containsExactly(1, 3);
    assertThat(answer(batch)).isEqualTo(List.of(Map.of("itemIdentifier", "m-2")));
  }

  @Test
  void messageThatFailsTwiceIsReportedOnce() throws IOException {
    var batch = batch();
    var first = batch.messages().getFirst();
    batch.attempt(first, () -> Json.object("no"));
    batch.attempt(first, () -> Json.object("no"));

    assertThat(answer(batch)).isEqualTo(List.of(Map.of("itemIdentifier", "m-1")));
  }

  @Test
  void batchWithoutAFailureSaysSo() throws IOException {
    assertThat(answer(batch())).isEqualTo(List.of());
  }

  @Test
  void logNamesTheMessageAndTheFailureAndQuotesNeither() throws IOException {
    var batch = batch();
    var log =
        StandardOutput.of(
            () -> {
              var bad = batch.messages().get(1);
              batch.attempt(bad, () -> Json.object(bad.body()));
              batch.attempt(
                  batch.messages().getFirst(),
                  () -> {
                    throw AwsServiceException.builder()
                        .message("Value 'ada@press.example' is bad")
                        .statusCode(400)
                        .requestId("r-1")
                        .build();
                  });
            });

    assertThat(log)
        .contains("m-2", "MalformedJsonException", "m-1", "status 400, request r-1")
        .doesNotContain("ada");
  }

  private static QueueBatch batch() throws IOException {
    return QueueBatch.read(new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)));
  }

  private static Object answer(QueueBatch batch) throws IOException {
    var answer = new ByteArrayOutputStream();
    batch.answer(answer);
    return Json.object(answer.toString(StandardCharsets.UTF_8)).get("batchItemFailures");
  }
}
