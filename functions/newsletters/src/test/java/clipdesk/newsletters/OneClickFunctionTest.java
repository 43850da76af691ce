package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.subscriptions.TestKeys;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One-click unsubscribing (RFC 8058), whoever does it and however often. */
final class OneClickFunctionTest extends NewsletterCalls {
  private static final String ENDED = "off " + TOPIC + " one-click";

  private String subscriber;
  private String link;

  @BeforeEach
  void subscribed() {
    subscribeMe();
    subscriber = subscribers.ofAccount("ada").orElseThrow().id();
    link = "/v1/u/" + TestKeys.link(context.getBean(LinkSigner.class), subscriber, TOPIC);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
        Arguments.of(
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n"
                + "--b--\r\n"),
        Arguments.of("multipart/form-data", "without a boundary"),
        Arguments.of("application/json", "{"),
        Arguments.of("text/plain", "x".repeat(4096)),
        Arguments.of("application/octet-stream", "x".repeat(4096)));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void anyBodyEndsTheTopic(String type, String body) {
    assertThat(call(GatewayCalls.call("POST", link).body(type, body)).getStatusCode())
        .isEqualTo(200);

    assertThat(subscribers.topicsOf(subscriber)).isEmpty();
    assertThat(subscribers.consents()).endsWith(ENDED);
  }

  @Test
  void noBodyEndsItToo() {
    assertThat(call(GatewayCalls.call("POST", link)).getStatusCode()).isEqualTo(200);

    assertThat(subscribers.topicsOf(subscriber)).isEmpty();
  }

  @Test
  void tenAtOnceAndOneLaterAreAllAnsweredAndLeaveOneRecord() throws Exception {
    try (var pool = Executors.newFixedThreadPool(10)) {
      var answers =
          pool
              .invokeAll(
                  Collections.nCopies(
                      10, () -> call(GatewayCalls.call("POST", link)).getStatusCode()))
              .stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers).hasSize(10).containsOnly(200);
    }
    clock.pass(Duration.ofSeconds(1));

    assertThat(call(GatewayCalls.call("POST", link)).getStatusCode()).isEqualTo(200);

    assertThat(subscribers.consents()).containsOnlyOnce(ENDED);
  }

  @Test
  void buttonUndoesItForADay() {
    assertThat(press("unsubscribe").getBody()).contains("value=\"undo\"");
    clock.pass(Duration.ofHours(24).minusSeconds(1));

    assertThat(press("undo").getStatusCode()).isEqualTo(200);

    assertThat(subscribers.topicsOf(subscriber)).containsExactly(TOPIC);
    press("unsubscribe");
    clock.pass(Duration.ofHours(24));
    assertThat(press("undo").getBody()).doesNotContain("value=\"undo\"");
    assertThat(subscribers.topicsOf(subscriber)).as("a day later").isEmpty();
  }

  private APIGatewayProxyResponseEvent press(String action) {
    return call(
        GatewayCalls.call("POST", link)
            .header("Accept", "text/html")
            .body("application/x-www-form-urlencoded", "action=" + action));
  }

  @Test
  void headChangesNothing() {
    for (int i = 0; i < 100; i++) {
      assertThat(call(GatewayCalls.call("HEAD", link)).getStatusCode()).isEqualTo(200);
    }

    assertThat(subscribers.topicsOf(subscriber)).containsExactly(TOPIC);
    assertThat(subscribers.consents()).doesNotContain(ENDED);
  }
}
