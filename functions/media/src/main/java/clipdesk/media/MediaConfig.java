package clipdesk.media;

import clipdesk.common.aws.Environment;
import java.net.URI;
import java.time.Duration;

/** The configuration of the API function, read once at start. */
public record MediaConfig(
    String table,
    String mastersBucket,
    String clipsBucket,
    String keyArn,
    URI publicBaseUrl,
    String termsVersion,
    String clientId,
    String apiScope,
    long clipMaxMs,
    long clipsPerDay,
    long bytesPerDay,
    Duration ticketLife) {

  static MediaConfig of(Environment environment) {
    return new MediaConfig(
        environment.text("MEDIA_TABLE"),
        environment.text("MASTERS_BUCKET"),
        environment.text("CLIPS_BUCKET"),
        // Whoever makes no ticket and no cursor is told no key.
        environment.optionalText("MEDIA_KEY_ARN").orElse("none"),
        environment.address("PUBLIC_BASE_URL"),
        environment.text("TERMS_VERSION"),
        environment.text("USER_POOL_CLIENT_ID"),
        environment.text("API_SCOPE"),
        environment.number("CLIP_MAX_MS"),
        environment.number("CLIPS_PER_DAY"),
        environment.number("BYTES_PER_DAY"),
        Duration.ofDays(environment.number("TICKET_DAYS")));
  }
}
