package clipdesk.media.accounts;

import static clipdesk.common.QueueCalls.batch;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.QueueCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.aws.MarkThenErase;
import clipdesk.common.identity.Caller;
import clipdesk.common.logging.StandardOutput;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.media.accounts.AccountRows.Key;
import clipdesk.media.accounts.AccountRows.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountEventsHandlerTest {
  private static final String ADA = "5a0e7c1e-3f0b-4c8e-9f58-0d6a1f0a7b11";
  private static final String FAMILY = "0c9b2f4e-7a61-4d3a-8f5e-2b1d9c6e4a70";
  private static final String DELETED = "{\"type\":\"account-deleted\",\"sub\":\"%s\"}";

  private final InMemoryEndedSessions sessions =
      new InMemoryEndedSessions(new TickingClock("2026-02-12T15:00:01Z"));
  private final InMemoryAccountRows rows = new InMemoryAccountRows();
  private final List<Runnable> runningRequests = new ArrayList<>();
  private final AccountEventsHandler handler =
      new AccountEventsHandler(
          sessions,
          new EraseAccount(rows),
          new MarkThenErase(() -> runningRequests.forEach(Runnable::run)));

  @Test
  void endedSessionIsRefusedFromThenOn() throws IOException {
    assertThat(handle(ExampleEvents.text("session-ended.json"))).isEmpty();

    assertThat(sessions.ended(caller(Optional.of(FAMILY)))).isTrue();
    assertThat(sessions.ended(caller(Optional.of("another")))).isFalse();
  }

  @Test
  void earlierSignInsAreRefusedFromThenOn() throws IOException {
    assertThat(handle(ExampleEvents.text("sessions-ended.json"))).isEmpty();

    assertThat(sessions.ended(caller(Optional.of("another")))).isTrue();
  }

  @Test
  void nobodyWaitsForRequestsWhereNothingIsErased() throws IOException {
    runningRequests.add(
        () -> {
          throw new IllegalStateException("Nobody was to wait");
        });

    assertThat(handle(ExampleEvents.text("session-ended.json"))).isEmpty();
  }

  @Test
  void deletedAccountIsRefusedAndItsRowsGo() throws IOException {
    rows.put(row(ADA, "CLIP#1"));
    rows.put(row("bob", "CLIP#1"));

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(sessions.ended(caller(Optional.empty()))).isTrue();
    assertThat(rows.keys()).containsExactly(row("bob", "CLIP#1").key());
    assertThat(handle(ExampleEvents.text("account-deleted.json"))).as("once more").isEmpty();
  }

  @Test
  void requestThatWasLetInBeforeTheMarkLeavesNothingBehind() throws IOException {
    runningRequests.add(
        () -> {
          assertThat(sessions.ended(caller(Optional.empty()))).as("marked").isTrue();
          rows.put(row(ADA, "DL#late"));
        });

    assertThat(handle(ExampleEvents.text("account-deleted.json"))).isEmpty();

    assertThat(rows.keys()).isEmpty();
  }

  @Test
  void badMessageIsADeadLetterOfItsOwnAndHoldsNoOtherBack() throws IOException {
    rows.put(row(ADA, "CLIP#1"));
    rows.put(row("bob", "CLIP#1"));

    assertThat(
            handle(
                batch(
                    DELETED.formatted(ADA),
                    "no object",
                    "{\"type\":\"account-deleted\"}",
                    DELETED.formatted("bob"))))
        .containsExactly("m-1", "m-2");

    assertThat(rows.keys()).isEmpty();
  }

  @Test
  void erasureThatStopsComesAgainAndHoldsNoOtherBack() throws IOException {
    rows.put(row(ADA, "CLIP#1"));
    rows.put(row("bob", "CLIP#1"));
    var event = batch(DELETED.formatted(ADA), DELETED.formatted("bob"));
    rows.crashBefore(1);

    assertThat(handle(event)).containsExactly("m-0");
    assertThat(rows.keys()).containsExactly(row(ADA, "CLIP#1").key());
    assertThat(handle(event)).isEmpty();
    assertThat(rows.keys()).isEmpty();
  }

  @Test
  void erasureThatRunsOutOfTimeComesAgainAndIsMarkedMeanwhile() throws IOException {
    rows.put(row(ADA, "CLIP#1"));
    var event = batch(DELETED.formatted(ADA), DELETED.formatted("nobody"));

    assertThat(QueueCalls.failures(handler, event, Duration.ofSeconds(9))).containsExactly("m-0");

    assertThat(sessions.ended(caller(Optional.empty()))).isTrue();
    assertThat(handle(event)).isEmpty();
    assertThat(rows.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"account-renamed\",\"email\":\"ada@press.example\"}", "{}"})
  void typeThatWeDoNotKnowIsDroppedWithALineThatQuotesNothing(String body) throws IOException {
    var log = StandardOutput.of(() -> assertThat(handle(batch(body))).isEmpty());

    assertThat(log).contains("Message m-0 is of no type we know").doesNotContain("ada");
  }

  private static Row row(String account, String sk) {
    return new Row(new Key("ACCT#" + account, sk), List.of());
  }

  private static Caller caller(Optional<String> family) {
    var signIn = Instant.parse("2026-02-12T14:59:59Z");
    return new Caller(ADA, Set.of(), signIn, Optional.empty(), family);
  }

  /** The ids of the messages that are to come again. */
  private List<String> handle(String event) throws IOException {
    return QueueCalls.failures(handler, event);
  }
}
