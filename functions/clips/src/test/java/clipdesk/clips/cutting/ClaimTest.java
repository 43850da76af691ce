package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.contracts.clips.ClipRequest;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.report.CutPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ClaimTest {
  private static final String ID = ClipRequestHandlerTest.ID;
  private static final ClipRequest REQUEST = ClipRequest.read(ID, ClipRequestHandlerTest.REQUEST);

  private final MemoryClipStore store = new MemoryClipStore();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-02-12T10:00:00Z"));

  @Test
  void heartBeatsWhileTheCutSaysNothing() throws InterruptedException {
    var claim = take("worker");
    claim.progress(CutPhase.ENCODING_EDGES, 37);
    var before = store.statusOf(ID).updatedAt();
    now.set(before.plusSeconds(9));

    try (var _ = new Heartbeat(claim, Duration.ofMillis(1))) {
      var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (store.statusOf(ID).updatedAt().equals(before) && System.nanoTime() < deadline) {
        Thread.sleep(1);
      }
    }

    assertThat(store.statusOf(ID))
        .returns(before.plusSeconds(9), ClipStatus::updatedAt)
        .returns(new ClipStatus.Progress("encoding-edges", 37), ClipStatus::state);
  }

  @Test
  void heartBeatsMoreOftenThanAnybodyIsToldToExpect() {
    assertThat(ClipStatus.HEARTBEAT).isLessThan(Duration.ofSeconds(10));
    assertThat(Claim.SILENT_AFTER).isGreaterThan(ClipStatus.HEARTBEAT.multipliedBy(10));
  }

  @Test
  void beatThatFindsAnotherWorkerEndsTheClaim() {
    var claim = take("worker");
    now.set(now.get().plusSeconds(60));
    take("another");

    assertThatThrownBy(claim::confirm).isInstanceOf(LostClaimException.class);
    assertThatThrownBy(() -> claim.progress(CutPhase.READING_INDEX, 1))
        .isInstanceOf(LostClaimException.class);
    assertThat(store.statusOf(ID).worker()).isEqualTo("another");
  }

  /** The SDK repeats a write that it heard nothing of; the store then has it already. */
  @Test
  void writeWhoseAnswerWasLostIsKnownAsOurs() {
    var claim = take("worker");
    var losing = new AtomicReference<>(true);
    store.losesAnswer = () -> losing.getAndSet(false);

    assertThatCode(claim::confirm).doesNotThrowAnyException();
    now.set(now.get().plusSeconds(5));
    assertThatCode(claim::confirm).doesNotThrowAnyException();
    assertThat(store.statusOf(ID).updatedAt()).isEqualTo(now.get());
  }

  @Test
  void firstClaimWhoseAnswerWasLostIsTakenAllTheSame() {
    var losing = new AtomicReference<>(true);
    store.losesAnswer = () -> losing.getAndSet(false);

    assertThat(Claim.take(store, REQUEST, "worker", now::get)).isPresent();
  }

  private Claim take(String worker) {
    return Claim.take(store, REQUEST, worker, now::get).orElseThrow();
  }
}
