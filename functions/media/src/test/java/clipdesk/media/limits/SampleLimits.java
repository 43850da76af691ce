package clipdesk.media.limits;

import clipdesk.media.MediaConfig;
import java.time.InstantSource;

/** Limits for tests of other features. */
public final class SampleLimits {
  private SampleLimits() {}

  public static AccountLimits of(MediaConfig config, InstantSource clock) {
    return new AccountLimits(new InMemoryCounters(), config, clock);
  }
}
