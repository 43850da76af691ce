package clipdesk.media;

import clipdesk.common.json.Json;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** {@code /v1/health}: the function runs; nothing behind it is called. */
@OfVideos
@Controller("/v1/health")
final class HealthController {
  private static final String VERSION = "0.1.0";

  @Get
  String health() {
    return Json.text(Map.of("status", "up", "version", VERSION));
  }
}
