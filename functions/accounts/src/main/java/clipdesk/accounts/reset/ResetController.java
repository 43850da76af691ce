package clipdesk.accounts.reset;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.password.PasswordRules;
import clipdesk.accounts.throttling.MailLimit;
import clipdesk.accounts.verification.CheckCode;
import clipdesk.accounts.verification.ReturnPath;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationAnswers;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.web.CallerNetwork;
import clipdesk.common.web.RequestLanguage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.Map;

/** {@code /v1/password-resets}. */
@Controller("/v1/password-resets")
final class ResetController {
  private final RequestReset requestReset;
  private final ResetPassword resetPassword;
  private final Verifications verifications;
  private final MailLimit mails;
  private final BrowserGuard guard;
  private final CallerNetwork network;
  private final RequestLanguage languages;
  private final AuditLog audit;

  ResetController(
      RequestReset requestReset,
      ResetPassword resetPassword,
      Verifications verifications,
      MailLimit mails,
      BrowserGuard guard,
      CallerNetwork network,
      RequestLanguage languages,
      AuditLog audit) {
    this.requestReset = requestReset;
    this.resetPassword = resetPassword;
    this.verifications = verifications;
    this.mails = mails;
    this.guard = guard;
    this.network = network;
    this.languages = languages;
    this.audit = audit;
  }

  @Post
  @Audited(AuditEvent.RESET_REQUEST)
  HttpResponse<String> request(HttpRequest<?> request, @Body String body) {
    guard.refuseForeignOrigin(request);
    var members = RequestBody.parse(body);
    var email = EmailAddress.member(members, "email");
    var returnTo = members.optionalVerbatim("returnTo");
    members.finish();
    var language = languages.of(request);
    mails.count(network.of(request));
    var begun =
        requestReset.request(email.orElseThrow(), language, ReturnPath.safe(returnTo, language));
    return HttpResponse.accepted()
        .body(VerificationAnswers.json(begun.id(), Verification.Purpose.RESET, begun.sentAt()));
  }

  @Put("/{id}")
  @Audited(AuditEvent.PASSWORD_RESET)
  String reset(HttpRequest<?> request, String id, @Body String body) {
    guard.refuseForeignOrigin(request);
    var verificationId = new VerificationId(id);
    var members = RequestBody.parse(body);
    var code = members.verbatim("code");
    var password = members.verbatim("newPassword");
    members.finish();
    // Before a try is counted: a weak password must not cost one.
    PasswordRules.check(password, addressOf(verificationId));
    var done = resetPassword.reset(verificationId, code, password);
    return Json.text(Map.of("returnTo", done.returnTo()));
  }

  private EmailAddress addressOf(VerificationId id) {
    var email =
        verifications
            .find(id)
            .filter(it -> it.purpose() == Verification.Purpose.RESET)
            .map(Verification::email)
            .flatMap(EmailAddress::of)
            .orElseThrow(CheckCode::expired);
    audit.namesAddress(email.text());
    return email;
  }
}
