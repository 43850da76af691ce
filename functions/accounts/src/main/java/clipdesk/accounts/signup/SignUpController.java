package clipdesk.accounts.signup;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.password.PasswordRules;
import clipdesk.accounts.profile.ChangeAddress;
import clipdesk.accounts.throttling.MailLimit;
import clipdesk.accounts.verification.ReturnPath;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationAnswers;
import clipdesk.accounts.verification.VerificationId;
import clipdesk.accounts.verification.Verifications;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Secret;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.GatewayEvents;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/accounts} and {@code /v1/verifications}. */
@Controller("/v1")
final class SignUpController {
  private final SignUp signUp;
  private final ResendCode resendCode;
  private final ConfirmAddress confirmAddress;
  private final ChangeAddress changeAddress;
  private final Verifications verifications;
  private final NewsletterOffers offers;
  private final MailLimit mails;
  private final BrowserGuard guard;
  private final AccountsConfig config;
  private final InstantSource clock;

  SignUpController(
      SignUp signUp,
      ResendCode resendCode,
      ConfirmAddress confirmAddress,
      ChangeAddress changeAddress,
      Verifications verifications,
      NewsletterOffers offers,
      MailLimit mails,
      BrowserGuard guard,
      AccountsConfig config,
      InstantSource clock) {
    this.signUp = signUp;
    this.resendCode = resendCode;
    this.confirmAddress = confirmAddress;
    this.changeAddress = changeAddress;
    this.verifications = verifications;
    this.offers = offers;
    this.mails = mails;
    this.guard = guard;
    this.config = config;
    this.clock = clock;
  }

  @Post("/accounts")
  @Audited(AuditEvent.SIGN_UP)
  HttpResponse<String> signUp(HttpRequest<?> request, @Body String body) {
    guard.refuseForeignOrigin(request);
    var form = form(RequestBody.parse(body));
    mails.count(GatewayEvents.sourceNetwork(request));
    var begun = signUp.signUp(form);
    return HttpResponse.accepted()
        .body(VerificationAnswers.json(begun.id(), Verification.Purpose.SIGN_UP, begun.sentAt()));
  }

  @Post("/verifications/{id}/resend")
  @Audited(AuditEvent.CODE_RESEND)
  HttpResponse<String> resend(HttpRequest<?> request, String id) {
    guard.refuseForeignOrigin(request);
    var verification = new VerificationId(id);
    var resent = resendCode.resend(verification);
    return HttpResponse.accepted().body(VerificationAnswers.json(verification, resent));
  }

  @Post("/verifications/{id}/check")
  @Audited(AuditEvent.CODE_CHECK)
  String check(HttpRequest<?> request, String id, @Body String body) {
    guard.refuseForeignOrigin(request);
    var verification = new VerificationId(id);
    var members = RequestBody.parse(body);
    var code = members.verbatim("code");
    members.finish();
    return verifications
            .find(verification)
            .filter(it -> it.purpose() == Verification.Purpose.CHANGE_ADDRESS)
            .isPresent()
        ? confirmed(changeAddress.confirm(verification, code), Map.of())
        : confirmed(confirmAddress.confirm(verification, code));
  }

  private String confirmed(Verification proven) {
    var now = clock.instant();
    return confirmed(
        proven,
        Map.of(
            "newsletterOffer",
            Map.of(
                "offer", offers.offer(proven.username(), proven.email(), now),
                "expiresAt", Json.instant(now.plus(NewsletterOffers.LIFE)))));
  }

  private static String confirmed(Verification proven, Map<String, Object> more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", "confirmed");
    body.put("returnTo", proven.returnTo());
    body.putAll(more);
    return Json.text(body);
  }

  private SignUpForm form(RequestBody body) {
    var email = EmailAddress.member(body, "email");
    var password = body.verbatim("password");
    var name = body.optionalText("name", 1, 100);
    var outlet = body.optionalText("outlet", 1, 100);
    var language = language(body);
    var terms = body.text("termsVersion", 1, 40);
    var returnTo = body.optionalVerbatim("returnTo");
    body.finish();
    if (!terms.equals(config.termsVersion())) {
      throw new ProblemException(ProblemType.TERMS_OUTDATED, "Read the current terms first")
          .with("currentTermsVersion", config.termsVersion());
    }
    PasswordRules.check(password, email.orElseThrow());
    return new SignUpForm(
        email.orElseThrow(),
        new Secret(password),
        name,
        outlet,
        language,
        terms,
        ReturnPath.safe(returnTo, language));
  }

  private static Language language(RequestBody body) {
    var tag = body.text("language", 2, 2);
    return Language.ofTag(tag)
        .orElseGet(
            () -> {
              if (!body.refused("language")) {
                body.refuse("language", "unknown-value", "Use fr, en or uk");
              }
              return Language.EN;
            });
  }
}
