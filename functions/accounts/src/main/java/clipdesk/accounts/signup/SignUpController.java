package clipdesk.accounts.signup;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.AuditLog;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.password.PasswordRules;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.accounts.throttling.CodeMailGate;
import clipdesk.accounts.throttling.MailLimit;
import clipdesk.accounts.verification.ReturnPath;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationAnswers;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Secret;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.CallerNetwork;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.InstantSource;

/** {@code POST /v1/accounts}, and all that guards it, in its order. */
@Controller("/v1/accounts")
final class SignUpController {
  private final SignUp signUp;
  private final MailLimit mails;
  private final CodeMailGate gate;
  private final AnswerFloor floor;
  private final AuditLog audit;
  private final BrowserGuard guard;
  private final CallerNetwork network;
  private final AccountsConfig config;
  private final InstantSource clock;

  SignUpController(
      SignUp signUp,
      MailLimit mails,
      CodeMailGate gate,
      AnswerFloor floor,
      AuditLog audit,
      BrowserGuard guard,
      CallerNetwork network,
      AccountsConfig config,
      InstantSource clock) {
    this.signUp = signUp;
    this.mails = mails;
    this.gate = gate;
    this.floor = floor;
    this.audit = audit;
    this.guard = guard;
    this.network = network;
    this.config = config;
    this.clock = clock;
  }

  @Post
  @Audited(AuditEvent.SIGN_UP)
  HttpResponse<String> signUp(HttpRequest<?> request, @Body String body) {
    guard.refuseForeignOrigin(request);
    var form = form(RequestBody.parse(body));
    mails.count(network.of(request));
    audit.namesAddress(form.email().text());
    gate.pass(form.email().text(), clock.instant());
    var begun = floor.underEveryAnswer(() -> signUp.signUp(form));
    return HttpResponse.accepted()
        .body(VerificationAnswers.json(begun.id(), Verification.Purpose.SIGN_UP, begun.sentAt()));
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
