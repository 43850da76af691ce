package clipdesk.newsletters.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.logging.StandardOutput;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row may be seen as it was a moment ago: nothing is said or written because of that. */
final class TakeWordTest {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final DeliveryId ID = new DeliveryId("c1", "s1");
  private static final Word SEND = new Word(Word.Kind.SEND, "", "m1", NOW);
  private static final Word DELIVERY = new Word(Word.Kind.DELIVERY, "", "m1", NOW);

  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(new InMemorySubscribers());
  private final InMemoryCampaignCounts counts = new InMemoryCampaignCounts(deliveries);

  private Delivery row() {
    return deliveries.read(ID.campaignId(), List.of(ID.subscriberId())).getFirst();
  }

  /** Takes a word after a glimpse of what there was before. */
  private void take(Optional<Delivery> glimpsed, Word word) {
    var old =
        (Deliveries)
            Proxy.newProxyInstance(
                Deliveries.class.getClassLoader(),
                new Class<?>[] {Deliveries.class},
                (_, method, arguments) ->
                    method.getName().equals("glimpse")
                        ? glimpsed
                        : method.invoke(deliveries, arguments));
    new TakeWord(old, counts).take(ID, word);
  }

  @Test
  void rowThatWasNotThereYetTakesItsWord() {
    deliveries.plan(ID, NOW);

    take(Optional.empty(), SEND);

    assertThat(row().is(DeliveryState.SENT)).isTrue();
  }

  @Test
  void wordThatWasTakenSinceStays() {
    deliveries.plan(ID, NOW);
    var planned = row();
    take(Optional.of(planned), SEND);

    take(Optional.of(planned), DELIVERY);

    assertThat(row().known().words()).containsOnlyKeys(Word.Kind.SEND, Word.Kind.DELIVERY);
    assertThat(row().known().version()).isEqualTo(2);
  }

  @Test
  void rowThatWasSkippedBeforeADecisionIsNoAlarm() {
    deliveries.plan(ID, NOW);
    var skipped = row().to(DeliveryState.SKIPPED, Known.nothing().because("unsubscribed"));

    take(Optional.of(skipped), SEND);

    assertThat(row().is(DeliveryState.SENT)).isTrue();
    assertThat(counts.duplicates(ID.campaignId())).isEmpty();
  }

  private String told(Word word) throws IOException {
    return StandardOutput.of(() -> new TakeWord(deliveries, counts).take(ID, word));
  }

  @Test
  void secondMailThatSesTookIsCountedAsAKnownDuplicate() throws IOException {
    deliveries.plan(ID, NOW);
    assertThat(told(new Word(Word.Kind.SEND, "a", "m1", NOW))).isEmpty();

    assertThat(told(new Word(Word.Kind.SEND, "b", "m2", NOW)))
        .contains("\"KnownDuplicates\":1")
        .doesNotContain("UnexpectedSends");
  }

  @Test
  void mailThatWasNotSentIsCountedAsUnexpected() throws IOException {
    deliveries.plan(ID, NOW);
    deliveries.skip(ID, "unsubscribed");

    assertThat(told(SEND)).contains("\"UnexpectedSends\":1").doesNotContain("KnownDuplicates");
  }
}
