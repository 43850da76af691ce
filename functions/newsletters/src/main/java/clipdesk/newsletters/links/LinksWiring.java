package clipdesk.newsletters.links;

import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.RotatingKeys;
import clipdesk.newsletters.NewslettersConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what signs links. */
@Factory
final class LinksWiring {
  @Singleton
  LinkSigner linkSigner(Secrets secrets, NewslettersConfig config, InstantSource clock) {
    return new LinkSigner(new RotatingKeys(() -> secrets.text(config.linkKeysArn()), clock));
  }
}
