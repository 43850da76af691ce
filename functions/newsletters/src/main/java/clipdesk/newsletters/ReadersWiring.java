package clipdesk.newsletters;

import clipdesk.common.aws.Secrets;
import clipdesk.common.web.CallerNetwork;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Makes what only readers are asked about: anybody may come, and networks are counted. */
@OfReaders
@Factory
final class ReadersWiring {
  /** Without the secrets, whose client takes its time: only who comes through the edge needs it. */
  @Singleton
  CallerNetwork network(Provider<Secrets> secrets, NewslettersConfig config) {
    return CallerNetwork.of(secrets::get, config.edgeKeyArn());
  }
}
