package clipdesk.accounts.verification;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;

/** {@code /v1/verifications}. */
@Controller("/v1/verifications/{id}")
final class VerificationController {
  private final CheckCode checkCode;
  private final ResendCode resendCode;
  private final BrowserGuard guard;

  VerificationController(CheckCode checkCode, ResendCode resendCode, BrowserGuard guard) {
    this.checkCode = checkCode;
    this.resendCode = resendCode;
    this.guard = guard;
  }

  @Post("/resend")
  @Audited(AuditEvent.CODE_RESEND)
  HttpResponse<String> resend(HttpRequest<?> request, String id) {
    guard.refuseForeignOrigin(request);
    var verification = new VerificationId(id);
    var resent = resendCode.resend(verification);
    return HttpResponse.accepted().body(VerificationAnswers.json(verification, resent));
  }

  @Post("/check")
  @Audited(AuditEvent.CODE_CHECK)
  String check(HttpRequest<?> request, String id, @Body String body) {
    guard.refuseForeignOrigin(request);
    var verification = new VerificationId(id);
    var members = RequestBody.parse(body);
    var code = members.verbatim("code");
    members.finish();
    var proven = checkCode.check(verification, code);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("status", "confirmed");
    answer.put("returnTo", proven.verification().returnTo());
    answer.putAll(proven.more());
    return Json.text(answer);
  }
}
