package clipdesk.newsletters;

import clipdesk.common.identity.TokenRules;
import clipdesk.common.web.PrimingCall;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;

/** Asks for campaigns as an account that nobody has: the table is asked, and the answer is no. */
@OfEditors
@Singleton
final class EditorPriming extends PrimingCall {
  EditorPriming(ApplicationContext context, TokenRules rules) {
    super(context, "/v1/editor/campaigns", nobody(rules));
  }
}
