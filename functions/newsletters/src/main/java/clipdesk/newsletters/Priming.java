package clipdesk.newsletters;

import clipdesk.common.identity.TokenRules;
import clipdesk.common.web.PrimingCall;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;

/** Reads the subscriptions of an account that nobody has: the table is asked. */
@OfReaders
@Singleton
final class Priming extends PrimingCall {
  Priming(ApplicationContext context, TokenRules rules) {
    super(context, "/v1/me/subscriptions", nobody(rules));
  }
}
