package clipdesk.accounts.signin;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.profile.ActiveAccounts;
import clipdesk.accounts.sessions.Device;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.accounts.sessions.SessionCookie;
import clipdesk.accounts.sessions.SessionCookies;
import clipdesk.accounts.sessions.SignOut;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.web.CallerNetwork;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@code /v1/sessions}: the only endpoints that look at the refresh cookie. */
@Controller("/v1/sessions")
final class SessionController {
  private final SignIn signIn;
  private final RefreshSession refreshSession;
  private final SignOut signOut;
  private final SessionCookies cookies;
  private final EndAllSessions endAllSessions;
  private final ActiveAccounts accounts;
  private final BrowserGuard guard;
  private final CallerNetwork network;

  SessionController(
      SignIn signIn,
      RefreshSession refreshSession,
      SignOut signOut,
      SessionCookies cookies,
      EndAllSessions endAllSessions,
      ActiveAccounts accounts,
      BrowserGuard guard,
      CallerNetwork network) {
    this.signIn = signIn;
    this.refreshSession = refreshSession;
    this.signOut = signOut;
    this.cookies = cookies;
    this.endAllSessions = endAllSessions;
    this.accounts = accounts;
    this.guard = guard;
    this.network = network;
  }

  @Post
  @Audited(AuditEvent.SIGN_IN)
  HttpResponse<String> signIn(HttpRequest<?> request, @Body String body) {
    guard.refuseForeignOrigin(request);
    var members = RequestBody.parse(body);
    var email = members.text("email", 1, 254);
    var password = members.verbatim("password");
    members.finish();
    var device = device(request);
    var session = signIn.signIn(EmailAddress.of(email), password, device);
    cookieBefore(request).ifPresent(signIn::endBefore);
    return opened(HttpResponse.created(""), session);
  }

  @Post("/refresh")
  @Audited(AuditEvent.SESSION_REFRESH)
  HttpResponse<String> refresh(HttpRequest<?> request) {
    guard.requireOwnClient(request);
    return cookie(request)
        .flatMap(refreshSession::refresh)
        .map(session -> opened(HttpResponse.ok(""), session))
        .orElseThrow(
            () ->
                CallerReader.unauthenticated()
                    .withHeader(HttpHeaders.SET_COOKIE, SessionCookies.NONE));
  }

  @Delete("/current")
  @Audited(AuditEvent.SIGN_OUT)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    guard.requireOwnClient(request);
    cookie(request).ifPresent(signOut::of);
    return HttpResponse.noContent().header(HttpHeaders.SET_COOKIE, SessionCookies.NONE);
  }

  @Delete
  @Audited(AuditEvent.SIGN_OUT_EVERYWHERE)
  HttpResponse<?> signOutEverywhere(HttpRequest<?> request, Caller caller) {
    guard.refuseForeignOrigin(request);
    accounts.require(caller);
    endAllSessions.of(caller.accountId());
    return HttpResponse.noContent();
  }

  private HttpResponse<String> opened(MutableHttpResponse<?> response, OpenSession session) {
    var account = new LinkedHashMap<String, Object>();
    account.put("accountId", session.tokens().sub());
    session.profile().name().ifPresent(name -> account.put("name", name));
    account.put("editor", session.tokens().editor());
    var body = new LinkedHashMap<String, Object>();
    body.put("tokenType", "Bearer");
    body.put("accessToken", session.tokens().accessToken().text());
    body.put("expiresIn", session.tokens().expiresInSeconds());
    body.put("account", account);
    return response
        .body(Json.text(body))
        .header(HttpHeaders.SET_COOKIE, cookies.set(session.cookie()));
  }

  /** Only from our own pages: no other site may end a session by signing somebody in. */
  private Optional<SessionCookie> cookieBefore(HttpRequest<?> request) {
    return Optional.<HttpRequest<?>>of(request).filter(guard::ownClient).flatMap(this::cookie);
  }

  private Optional<SessionCookie> cookie(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.COOKIE)).flatMap(cookies::in);
  }

  private Device device(HttpRequest<?> request) {
    return new Device(
        network.of(request), Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT)));
  }
}
