package clipdesk.common.web;

import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.sessions.EndedSessions;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Lets a controller method take a {@link Caller}; without one, or with the token of a session that
 * was ended, the request is refused with 401.
 */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
  private final CallerReader reader;
  private final EndedSessions endedSessions;

  CallerBinder(TokenRules rules, EndedSessions endedSessions) {
    this.reader = new CallerReader(rules);
    this.endedSessions = endedSessions;
  }

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    var caller = reader.read(GatewayEvents.of(request));
    if (endedSessions.ended(caller)) {
      throw CallerReader.unauthenticated();
    }
    return () -> Optional.of(caller);
  }
}
