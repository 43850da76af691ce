package clipdesk.clips.cutting;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confirms a claim every few seconds for as long as it is open, whatever the cut is busy with:
 * encoding, a copy inside S3 or a slow read say nothing for minutes. A beat that fails is not the
 * last one.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Claim claim;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());

  Heartbeat(Claim claim, Duration every) {
    this.claim = claim;
    long millis = every.toMillis();
    var unused = timer.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      claim.confirm();
    } catch (LostClaimException e) {
      // The cut hears of it at its next progress, or when it is about to publish.
      timer.shutdown();
    } catch (RuntimeException e) {
      LOG.warn("The heartbeat of clip {} was not written", claim.clipId(), e);
    }
  }

  /** No beat comes after this. */
  @Override
  public void close() {
    timer.close();
  }
}
