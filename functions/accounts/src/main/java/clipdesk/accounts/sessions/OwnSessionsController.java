package clipdesk.accounts.sessions;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.profile.ActiveAccounts;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/me/sessions}: where a person is signed in, and an end to any of it. */
@Controller("/v1/me/sessions")
final class OwnSessionsController {
  private final ActiveAccounts accounts;
  private final Sessions sessions;
  private final OwnSessions ownSessions;
  private final EndSession endSession;
  private final Cursors cursors;
  private final BrowserGuard guard;
  private final InstantSource clock;

  OwnSessionsController(
      ActiveAccounts accounts,
      Sessions sessions,
      OwnSessions ownSessions,
      EndSession endSession,
      Cursors cursors,
      BrowserGuard guard,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.ownSessions = ownSessions;
    this.endSession = endSession;
    this.cursors = cursors;
    this.guard = guard;
    this.clock = clock;
  }

  @Get(headRoute = false)
  @Audited(AuditEvent.SESSION_LIST)
  String list(HttpRequest<?> request, Caller caller) {
    var profile = accounts.require(caller);
    var asked = PageRequest.of(request);
    var scope = "/v1/me/sessions?" + caller.accountId();
    var after = asked.cursor().map(it -> cursors.decode(scope, it)).orElse(Map.of());
    var oldest = Session.oldest(clock.instant(), profile.validAfter());
    var page = ownSessions.of(caller.accountId(), oldest, asked.limit(), after);
    var body = new LinkedHashMap<String, Object>();
    body.put("items", page.sessions().stream().map(it -> view(it, caller)).toList());
    if (!page.lastKey().isEmpty()) {
      body.put("nextCursor", cursors.encode(scope, page.lastKey()));
    }
    return Json.text(body);
  }

  @Delete("/{id}")
  @Audited(AuditEvent.SESSION_END)
  HttpResponse<?> end(HttpRequest<?> request, Caller caller, String id) {
    guard.refuseForeignOrigin(request);
    var profile = accounts.requireFresh(caller);
    var session =
        sessions
            .find(new SessionId(id))
            .filter(it -> it.sub().equals(caller.accountId()))
            .filter(it -> it.counts(clock.instant(), profile.validAfter()))
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    endSession.of(session);
    return HttpResponse.noContent();
  }

  private static Map<String, Object> view(Session session, Caller caller) {
    var view = new LinkedHashMap<String, Object>();
    view.put("sessionId", session.id().text());
    view.put("startedAt", Json.instant(session.startedAt()));
    view.put("lastUsedAt", Json.instant(session.usedAt()));
    view.put("network", session.device().network());
    session.device().userAgent().ifPresent(agent -> view.put("userAgent", agent));
    view.put(
        "current",
        session.tokenFamily().isPresent() && session.tokenFamily().equals(caller.tokenFamily()));
    return view;
  }
}
