package clipdesk.newsletters.lists;

import clipdesk.common.identity.TokenRules;
import clipdesk.common.web.PrimingCall;
import clipdesk.newsletters.OfLists;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;

/** Asks for an import as an account that nobody has: the table is asked, and the answer is no. */
@OfLists
@Singleton
final class ListPriming extends PrimingCall {
  ListPriming(ApplicationContext context, TokenRules rules) {
    super(context, "/v1/editor/subscriber-imports/" + "0".repeat(26), nobody(rules));
  }
}
