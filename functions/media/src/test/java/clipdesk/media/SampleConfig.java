package clipdesk.media;

import java.net.URI;
import java.time.Duration;

/** The configuration of a portal under test. */
public final class SampleConfig {
  public static final MediaConfig CONFIG = of("media", "masters-bucket", "clips-bucket");

  private SampleConfig() {}

  public static MediaConfig of(String table, String mastersBucket, String clipsBucket) {
    return new MediaConfig(
        table,
        mastersBucket,
        clipsBucket,
        "arn:key",
        URI.create("https://api.clipdesk.example"),
        "2026-01",
        "client-1",
        "clipdesk/user",
        /* clipMaxMs= */ 30_000,
        /* clipsPerDay= */ 5,
        /* bytesPerDay= */ 6_000_000_000L,
        Duration.ofDays(7));
  }
}
