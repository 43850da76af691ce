package clipdesk.accounts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** The words that the other contexts know. */
final class SnsAccountEventsTest {
  private final Topic topic = new Topic();
  private final AccountEvents events = new SnsAccountEvents(() -> topic, "arn:topic");

  @Test
  void everyWordHasTheMembersThatOthersRead() {
    events.deleted("sub-1", Optional.of("ada@press.example"));
    events.deleted("sub-1", Optional.empty());
    events.addressChanged("sub-1", "new@press.example", "ada@press.example");
    events.sessionEnded("sub-1", "family-1");
    events.sessionsEnded("sub-1", Instant.parse("2026-02-12T15:00:00.900Z"));

    assertThat(topic.messages)
        .containsExactly(
            Map.of("type", "account-deleted", "sub", "sub-1", "email", "ada@press.example"),
            Map.of("type", "account-deleted", "sub", "sub-1"),
            Map.of(
                "type",
                "address-changed",
                "sub",
                "sub-1",
                "email",
                "new@press.example",
                "former",
                "ada@press.example"),
            Map.of("type", "session-ended", "sub", "sub-1", "tokenFamily", "family-1"),
            Map.of("type", "sessions-ended", "sub", "sub-1", "validAfter", 1_770_908_400));
  }

  @Test
  void endOfASessionThatCannotBeToldIsGivenUpAndADeletionIsNot() {
    topic.away = true;

    assertThatCode(() -> events.sessionEnded("sub-1", "family-1")).doesNotThrowAnyException();
    assertThatCode(() -> events.sessionsEnded("sub-1", Instant.EPOCH)).doesNotThrowAnyException();
    assertThatThrownBy(() -> events.deleted("sub-1", Optional.empty()))
        .isInstanceOf(SdkException.class);
  }

  private static final class Topic implements SnsClient {
    private final List<Map<String, Object>> messages = new ArrayList<>();
    private boolean away;

    @Override
    public PublishResponse publish(PublishRequest request) {
      if (away) {
        throw ApiCallTimeoutException.builder().message("No answer").build();
      }
      assertThat(request.topicArn()).isEqualTo("arn:topic");
      messages.add(Json.object(request.message()));
      return PublishResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SnsClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
