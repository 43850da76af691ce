package clipdesk.accounts.audit;

import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.AnsweredProblem;
import clipdesk.common.web.CallerNetwork;
import clipdesk.common.web.GatewayEvents;
import clipdesk.common.web.PrimingCall;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/** Begins and ends the audit of every call, before and after whatever may refuse it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AuditFilter {
  private final AuditTrail trail;
  private final CallerNetwork network;

  AuditFilter(AuditTrail trail, CallerNetwork network) {
    this.trail = trail;
    this.network = network;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    trail.begin(
        new AuditedCall(
            GatewayEvents.traceId(request),
            Optional.of(network.of(request)),
            GatewayEvents.claim(request, "sub"),
            GatewayEvents.claim(request, "email")));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    if (!PrimingCall.made(request)) {
      trail.end(
          event(request),
          AuditOutcome.ofStatus(response.code()),
          AnsweredProblem.in(response).map(ProblemType::code));
    }
  }

  private static AuditEvent event(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .flatMap(route -> route.getAnnotationMetadata().enumValue(Audited.class, AuditEvent.class))
        .orElse(AuditEvent.OTHER);
  }
}
