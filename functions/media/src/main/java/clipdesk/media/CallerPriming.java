package clipdesk.media;

import clipdesk.common.identity.TokenRules;
import clipdesk.common.web.PrimingCall;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;

/** Lists the downloads of an account that nobody has: the table is asked for its marks, too. */
@OfVideos
@Singleton
final class CallerPriming extends PrimingCall {
  CallerPriming(ApplicationContext context, TokenRules rules) {
    super(context, "/v1/me/downloads", nobody(rules));
  }
}
