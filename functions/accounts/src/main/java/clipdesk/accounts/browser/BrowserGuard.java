package clipdesk.accounts.browser;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.GatewayEvents;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Defence against forged requests from other sites, by what browsers cannot be made to leave out.
 */
@Singleton
public final class BrowserGuard {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "same-site");

  private final String webOrigin;

  BrowserGuard(AccountsConfig config) {
    this.webOrigin = config.webOrigin();
  }

  /** Whether a request may use the refresh cookie: our client's header, our origin, our site. */
  public boolean ownClient(HttpRequest<?> request) {
    var headers = request.getHeaders();
    var site = headers.get("Sec-Fetch-Site");
    return "web".equals(headers.get("X-Clipdesk-Client"))
        && webOrigin.equals(headers.get(HttpHeaders.ORIGIN))
        && (site == null || OWN_SITES.contains(site));
  }

  /**
   * For what is nothing without the refresh cookie.
   *
   * @throws ProblemException {@code forbidden}
   */
  public void requireOwnClient(HttpRequest<?> request) {
    if (!ownClient(request)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only the portal's own pages may do this");
    }
  }

  /**
   * For everything else that changes something: a browser on another site says so.
   *
   * @throws ProblemException {@code forbidden}, or {@code unsupported-media-type} for a body
   *     without a type
   */
  public void refuseForeignOrigin(HttpRequest<?> request) {
    var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !origin.equals(webOrigin)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Other sites may not do this");
    }
    // A page can send a body without a type to another site unasked, and the framework takes it.
    if (request.getContentType().isEmpty() && GatewayEvents.hasBody(request)) {
      throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json");
    }
  }
}
