package clipdesk.accounts.leaving;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.profile.ActiveAccounts;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;

/** {@code DELETE /v1/me}. */
@Controller("/v1/me")
final class LeavingController {
  private final ActiveAccounts accounts;
  private final People people;
  private final DeleteAccount deleteAccount;
  private final BrowserGuard guard;

  LeavingController(
      ActiveAccounts accounts, People people, DeleteAccount deleteAccount, BrowserGuard guard) {
    this.accounts = accounts;
    this.people = people;
    this.deleteAccount = deleteAccount;
    this.guard = guard;
  }

  @Delete
  @Audited(AuditEvent.ACCOUNT_DELETION)
  HttpResponse<?> delete(HttpRequest<?> request, Caller caller) {
    guard.refuseForeignOrigin(request);
    accounts.requireFresh(caller);
    var person = people.find(caller.accountId()).orElseThrow(CallerReader::unauthenticated);
    deleteAccount.delete(person);
    return HttpResponse.noContent();
  }
}
