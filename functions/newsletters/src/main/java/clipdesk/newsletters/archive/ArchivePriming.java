package clipdesk.newsletters.archive;

import clipdesk.common.web.PrimingCall;
import clipdesk.newsletters.OfArchive;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Reads the newest newsletters, which are public: the table is asked. */
@OfArchive
@Singleton
final class ArchivePriming extends PrimingCall {
  ArchivePriming(ApplicationContext context) {
    super(context, "/v1/newsletters", /* claims= */ Map.of());
  }
}
