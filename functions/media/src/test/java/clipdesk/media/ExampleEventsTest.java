package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import clipdesk.common.ExampleEvents;
import clipdesk.common.json.Json;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The events that people replay by hand, given to the entry class as the runtime gives them. */
final class ExampleEventsTest {
  private final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void theAskedForClipIsQueued() throws IOException {
    context.getBean(InMemoryVideos.class).put(SampleVideos.released());
    var answer = replay("clip-asked-for.json");
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getBody()).contains("\"label\":\"Arctic\"", "\"frames\":750");
  }

  @Test
  void theFollowedTicketIsUnknown() throws IOException {
    var answer = replay("download-followed.json");
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(Json.object(answer.getBody())).containsEntry("code", "not-found");
  }

  @Test
  void primingChangesNothingAndLeavesTheFunctionRunning() throws IOException {
    assertThatCode(() -> context.getBean(Priming.class).beforeCheckpoint(null))
        .doesNotThrowAnyException();
    assertThatCode(() -> context.getBean(CallerPriming.class).beforeCheckpoint(null))
        .doesNotThrowAnyException();
    assertThat(context.getBean(InMemoryEndedSessions.class).asked()).isEqualTo(1);
    assertThat(replay("download-followed.json").getStatusCode()).isEqualTo(404);
  }

  private APIGatewayProxyResponseEvent replay(String event) throws IOException {
    return ExampleEvents.replay(event, context);
  }
}
