package clipdesk.accounts.password;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.profile.ActiveAccounts;
import clipdesk.accounts.throttling.AnswerFloor;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.json.RequestBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;

/** {@code PUT /v1/me/password}. */
@Controller("/v1/me/password")
final class PasswordController {
  private final ActiveAccounts accounts;
  private final People people;
  private final ChangePassword changePassword;
  private final BrowserGuard guard;
  private final AnswerFloor floor;

  PasswordController(
      ActiveAccounts accounts,
      People people,
      ChangePassword changePassword,
      BrowserGuard guard,
      AnswerFloor floor) {
    this.accounts = accounts;
    this.people = people;
    this.changePassword = changePassword;
    this.guard = guard;
    this.floor = floor;
  }

  @Put
  @Audited(AuditEvent.PASSWORD_CHANGE)
  HttpResponse<?> change(HttpRequest<?> request, Caller caller, @Body String body) {
    guard.refuseForeignOrigin(request);
    accounts.require(caller);
    var members = RequestBody.parse(body);
    var password = members.verbatim("password");
    var newPassword = members.verbatim("newPassword");
    members.finish();
    var person = people.find(caller.accountId()).orElseThrow(CallerReader::unauthenticated);
    PasswordRules.check(newPassword, EmailAddress.of(person.email()).orElseThrow());
    floor.underRefusals(() -> changePassword.change(person, password, newPassword));
    return HttpResponse.noContent();
  }
}
