package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.report.CutPhase;
import clipdesk.cutter.report.CutReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes on with a clip whose worker is killed, and when. */
final class KilledWorkersTest {
  private static final String ID = ClipRequestHandlerTest.ID;
  private static final Duration TIME_LEFT = Duration.ofMinutes(10);

  private final MemoryClipStore store = new MemoryClipStore();
  private final AtomicInteger cuts = new AtomicInteger();
  private Instant now = Instant.parse("2026-02-12T10:00:00Z");
  private Reencoder engine =
      (job, master, sink, listener) -> {
        cuts.incrementAndGet();
        listener.progress(CutPhase.ENCODING_EDGES, 10);
        sink.part(1, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        listener.progress(CutPhase.COPYING, 60);
        return new Reencoder.Done(
            3,
            job.range().frames(),
            new CutReport.Position(3480, job.range().in(), Optional.empty()),
            new CutReport.Position(33480, job.range().out(), Optional.empty()),
            List.of(),
            List.of());
      };

  /** The process ends; nothing of it runs any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void ask() {
    store.requests.put(ID, ClipRequestHandlerTest.REQUEST);
  }

  @Test
  void nextTryOfTheRuntimeFinishesTheClipWhereverTheFirstWasKilled() throws IOException {
    int writes = writesOfAWholeCut();
    assertThat(writes).isGreaterThan(10);
    for (int last = 1; last <= writes; last++) {
      startAnew();
      killAtWrite(last);

      assertThatThrownBy(() -> cut("invocation")).as("write %d", last).isInstanceOf(Killed.class);
      assertNeverReadyWithoutAClip();
      store.watcher = write -> assertNeverReadyWithoutAClip();
      cut("invocation");

      assertThat(store.clips).as("killed at write %d", last).containsOnlyKeys(ID);
      assertThat(store.reports).as("killed at write %d", last).containsOnlyKeys(ID);
    }
  }

  @Test
  void thirdTryFinishesWhatTwoKillsHaveLeft() throws IOException {
    int writes = writesOfAWholeCut();
    for (int last = 1; last <= writes; last++) {
      startAnew();
      killAtWrite(last);
      assertThatThrownBy(() -> cut("invocation")).isInstanceOf(Killed.class);
      if (store.reports.containsKey(ID)) {
        continue;
      }
      killAtWrite(last);
      assertThatThrownBy(() -> cut("invocation")).isInstanceOf(Killed.class);
      store.watcher = write -> assertNeverReadyWithoutAClip();
      cut("invocation");

      assertThat(store.clips).as("killed twice at write %d", last).containsOnlyKeys(ID);
      assertThat(store.reports).as("killed twice at write %d", last).containsOnlyKeys(ID);
    }
  }

  @Test
  void anotherInvocationWaitsUntilTheHeartHasBeenSilentForAMinute() throws IOException {
    workerDies();
    now = now.plusSeconds(60).minusMillis(1);
    cut("another");
    assertThat(cuts).hasValue(1);

    now = now.plusMillis(1);
    cut("another");
    assertThat(cuts).hasValue(2);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void failureThatMayPassIsTriedAgainWheneverItsEventComes() throws IOException {
    var works = engine;
    engine =
        (job, master, sink, listener) -> {
          throw new IOException("S3 is away");
        };
    assertThatThrownBy(() -> cut("invocation")).hasMessage("S3 is away");
    assertThatThrownBy(() -> cut("invocation")).hasMessage("S3 is away");
    assertThat(store.statusOf(ID).failure())
        .contains(new ClipStatus.Failure("internal", /* retryable= */ true));
    engine = works;

    cut("the dead letter, put back");

    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void workerWhoseNextTryRunsAlreadyStops() throws IOException {
    var second = engine;
    engine =
        (job, master, sink, listener) -> {
          engine = second;
          cut("invocation");
          listener.progress(CutPhase.COPYING, 50);
          throw new AssertionError("The claim is lost");
        };

    cut("invocation");

    assertThat(cuts).hasValue(1);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void clipThatAppearsUnderAHeldClaimIsAFailureToTryAgain() throws IOException {
    var works = engine;
    engine =
        (job, master, sink, listener) -> {
          store.clips.put(ID, new byte[] {9});
          return works.reencode(job, master, sink, listener);
        };
    assertThatThrownBy(() -> cut("invocation")).isInstanceOf(IOException.class);
    engine = works;

    cut("invocation");

    assertThat(store.clips.get(ID)).containsExactly(1, 2, 3);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void statusThatCannotBeReadHoldsNobodyUp() throws IOException {
    workerDies();
    store.spoilStatus(ID);

    cut("another");

    assertThat(store.clips).containsOnlyKeys(ID);
    assertThat(store.reports).containsOnlyKeys(ID);
  }

  @Test
  void clipWhoseReportCannotBeReadIsCutAnew() throws IOException {
    cut("invocation");
    store.reports.put(ID, Map.of());
    now = now.plusSeconds(60);

    cut("another");

    assertThat(cuts).hasValue(2);
    assertThat(store.reports.get(ID)).containsKey("file");
  }

  /** Its status is deleted after a day, so that nobody knows that there was a worker. */
  @Test
  void clipWhoseReportCannotBeReadAndWhoseStatusIsGoneIsCutAnewByTheNextTry() throws IOException {
    store.clips.put(ID, new byte[] {9});
    store.reports.put(ID, Map.of());

    assertThatThrownBy(() -> cut("invocation")).isInstanceOf(IOException.class);
    cut("invocation");

    assertThat(store.clips.get(ID)).containsExactly(1, 2, 3);
    assertThat(store.reports.get(ID)).containsKey("file");
  }

  /** All writes but those of the heartbeat, which comes too seldom to meet a test. */
  private int writesOfAWholeCut() throws IOException {
    startAnew();
    var writes = new AtomicInteger();
    store.watcher = write -> writes.incrementAndGet();
    cut("invocation");
    return writes.get();
  }

  private void startAnew() {
    store.clear();
    store.watcher = write -> {};
    ask();
  }

  /** Before or after it: each write is announced twice. */
  private void killAtWrite(int last) {
    var writes = new AtomicInteger();
    store.watcher =
        write -> {
          if (writes.incrementAndGet() == last) {
            throw new Killed();
          }
        };
  }

  private void workerDies() {
    var works = engine;
    engine =
        (job, master, sink, listener) -> {
          cuts.incrementAndGet();
          throw new Killed();
        };
    assertThatThrownBy(() -> cut("invocation")).isInstanceOf(Killed.class);
    engine = works;
  }

  private void assertNeverReadyWithoutAClip() {
    if (store.reports.containsKey(ID)) {
      assertThat(store.clips).containsKey(ID);
    }
  }

  private void cut(String invocation) throws IOException {
    Reencoder current =
        (job, master, sink, listener) -> engine.reencode(job, master, sink, listener);
    new CutClip(store, new ClipCutter(current), () -> now).cut(ID, invocation, TIME_LEFT);
  }
}
