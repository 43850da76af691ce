package clipdesk.media;

import clipdesk.common.web.PrimingCall;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Follows a ticket that nobody has: the table is asked. */
@OfVideos
@Singleton
final class Priming extends PrimingCall {
  Priming(ApplicationContext context) {
    super(context, "/v1/downloads/dt_" + "A".repeat(43) + "/file.mp4", Map.of());
  }
}
