package clipdesk.media.limits;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.limits.Counters.Counted;
import clipdesk.media.limits.Counters.Holder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of counter does. */
abstract class CountersContract {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private final Counted clips = counted(Holder.ACCOUNT);

  abstract Counters counters();

  @Test
  void countsUpToTheLimitAndNotBeyond() {
    assertThat(counters().add(clips, 2, 3, LATER)).isEmpty();
    assertThat(counters().add(clips, 1, 3, LATER)).isEmpty();
    assertThat(counters().add(clips, 1, 3, LATER)).hasValue(3);
  }

  @Test
  void accountsTicketsAndKindsDoNotCountForEachOther() {
    assertThat(counters().add(clips, 1, 1, LATER)).isEmpty();
    var others =
        List.of(
            counted(Holder.ACCOUNT),
            new Counted(Holder.TICKET, clips.id(), clips.what()),
            new Counted(Holder.ACCOUNT, clips.id(), "bytes#1"));
    assertThat(others)
        .allSatisfy(other -> assertThat(counters().add(other, 1, 1, LATER)).isEmpty());
  }

  @Test
  void aRefusedAmountIsNotCounted() {
    assertThat(counters().add(clips, 2, 3, LATER)).isEmpty();
    assertThat(counters().add(clips, 2, 3, LATER)).hasValue(2);
    assertThat(counters().add(clips, 1, 3, LATER)).isEmpty();
  }

  @Test
  void anAmountAboveTheLimitIsRefusedAtOnce() {
    assertThat(counters().add(clips, 4, 3, LATER)).hasValue(0);
    assertThat(counters().add(clips, 3, 3, LATER)).isEmpty();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    assertThat(counters().add(clips, 3, 3, LATER)).isEmpty();
    assertThat(counters().add(clips, -3, 3, LATER)).isEmpty();
    assertThat(counters().add(clips, 3, 3, LATER)).isEmpty();
  }

  @Test
  void twentyAtOnceCountFive() {
    long passed =
        IntStream.range(0, 20)
            .parallel()
            .filter(_ -> counters().add(clips, 1, 5, LATER).isEmpty())
            .count();
    assertThat(passed).isEqualTo(5);
  }

  private static Counted counted(Holder holder) {
    return new Counted(holder, UUID.randomUUID().toString(), "clips#1");
  }
}
