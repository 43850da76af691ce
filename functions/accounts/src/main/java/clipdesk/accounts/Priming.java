package clipdesk.accounts;

import clipdesk.common.identity.TokenRules;
import clipdesk.common.web.PrimingCall;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Reads the profile of an account that nobody has: the table is asked. */
@Singleton
final class Priming extends PrimingCall {
  Priming(ApplicationContext context, TokenRules rules) {
    super(
        context,
        "/v1/me",
        Map.of(
            "sub", "00000000-0000-0000-0000-000000000000",
            "token_use", "access",
            "scope", rules.scope(),
            "client_id", rules.clientId(),
            "auth_time", "0"));
  }
}
