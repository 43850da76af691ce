package clipdesk.accounts.signin;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.directory.SignIns;
import clipdesk.accounts.profile.ActiveAccounts;
import clipdesk.accounts.profile.EndSessions;
import clipdesk.accounts.verification.AnswerFloor;
import clipdesk.accounts.verification.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.web.GatewayEvents;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@code /v1/sessions}: the only endpoints that look at the refresh cookie. */
@Controller("/v1/sessions")
final class SessionController {
  private static final String COOKIE = "__Host-clipdesk-refresh";
  private static final String ATTRIBUTES = "; Secure; HttpOnly; SameSite=Strict; Path=/; Max-Age=";
  private static final int THIRTY_DAYS_SECONDS = 2_592_000;

  private final SignIn signIn;
  private final SignIns signIns;
  private final EndSessions endSessions;
  private final ActiveAccounts accounts;
  private final AnswerFloor floor;
  private final BrowserGuard guard;

  SessionController(
      SignIn signIn,
      SignIns signIns,
      EndSessions endSessions,
      ActiveAccounts accounts,
      AnswerFloor floor,
      BrowserGuard guard) {
    this.signIn = signIn;
    this.signIns = signIns;
    this.endSessions = endSessions;
    this.accounts = accounts;
    this.floor = floor;
    this.guard = guard;
  }

  @Post
  @Audited(AuditEvent.SIGN_IN)
  HttpResponse<String> signIn(HttpRequest<?> request, @Body String body) {
    guard.refuseForeignOrigin(request);
    var members = RequestBody.parse(body);
    var email = members.text("email", 1, 254);
    var password = members.verbatim("password");
    members.finish();
    var ip = GatewayEvents.sourceNetwork(request);
    var session = floor.fast(() -> signIn.signIn(EmailAddress.of(email), password, ip));
    heldBefore(request).ifPresent(signIn::endBefore);
    return opened(HttpResponse.created(""), session);
  }

  @Post("/refresh")
  @Audited(AuditEvent.SESSION_REFRESH)
  HttpResponse<String> refresh(HttpRequest<?> request) {
    guard.requireOwnClient(request);
    return refreshToken(request)
        .flatMap(signIns::refresh)
        .map(signIn::session)
        .filter(session -> session.profile().active())
        .map(session -> opened(HttpResponse.ok(""), session))
        .orElseThrow(
            () ->
                CallerReader.unauthenticated()
                    .withHeader(HttpHeaders.SET_COOKIE, COOKIE + "=" + ATTRIBUTES + "0"));
  }

  @Delete("/current")
  @Audited(AuditEvent.SIGN_OUT)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    guard.requireOwnClient(request);
    refreshToken(request).ifPresent(signIns::revoke);
    return HttpResponse.noContent().header(HttpHeaders.SET_COOKIE, COOKIE + "=" + ATTRIBUTES + "0");
  }

  @Delete
  @Audited(AuditEvent.SIGN_OUT_EVERYWHERE)
  HttpResponse<?> signOutEverywhere(HttpRequest<?> request, Caller caller) {
    guard.refuseForeignOrigin(request);
    accounts.require(caller);
    endSessions.of(caller.accountId());
    return HttpResponse.noContent();
  }

  private static HttpResponse<String> opened(
      MutableHttpResponse<?> response, SignIn.Session session) {
    var account = new LinkedHashMap<String, Object>();
    account.put("accountId", session.tokens().sub());
    session.profile().name().ifPresent(name -> account.put("name", name));
    account.put("editor", AccessTokenGroups.editor(session.tokens().accessToken().text()));
    var body = new LinkedHashMap<String, Object>();
    body.put("tokenType", "Bearer");
    body.put("accessToken", session.tokens().accessToken().text());
    body.put("expiresIn", session.tokens().expiresInSeconds());
    body.put("account", account);
    return response
        .body(Json.text(body))
        .header(
            HttpHeaders.SET_COOKIE,
            COOKIE
                + "="
                + session.tokens().refreshToken().text()
                + ATTRIBUTES
                + THIRTY_DAYS_SECONDS);
  }

  /** Only from our own pages: no other site may end a session by signing somebody in. */
  private Optional<String> heldBefore(HttpRequest<?> request) {
    return Optional.<HttpRequest<?>>of(request)
        .filter(guard::ownClient)
        .flatMap(SessionController::refreshToken);
  }

  private static Optional<String> refreshToken(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.COOKIE)).stream()
        .flatMap(header -> Arrays.stream(header.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .filter(token -> !token.isEmpty())
        .findFirst();
  }
}
