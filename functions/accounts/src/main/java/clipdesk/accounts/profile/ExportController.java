package clipdesk.accounts.profile;

import clipdesk.accounts.AccountsConfig;
import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.throttling.SendGate;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.json.Json;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code /v1/me/exports}: everything this context holds of a person, in one file, and where the
 * parts are that come in pages, ours and the other contexts'. A verification, kept for two days,
 * holds nothing that is not here.
 */
@Controller("/v1/me/exports")
final class ExportController {
  private static final List<String> PARTS =
      List.of("sessions", "downloads", "clips", "subscriptions", "consents", "deliveries");

  private final ActiveAccounts accounts;
  private final People people;
  private final SendGate sends;
  private final BrowserGuard guard;
  private final AccountsConfig config;

  ExportController(
      ActiveAccounts accounts,
      People people,
      SendGate sends,
      BrowserGuard guard,
      AccountsConfig config) {
    this.accounts = accounts;
    this.people = people;
    this.sends = sends;
    this.guard = guard;
    this.config = config;
  }

  @Post
  @Audited(AuditEvent.ACCOUNT_EXPORT)
  HttpResponse<String> export(HttpRequest<?> request, Caller caller) {
    guard.refuseForeignOrigin(request);
    var profile = accounts.requireFresh(caller);
    var person = people.find(caller.accountId()).orElseThrow(CallerReader::unauthenticated);
    var parts = PARTS.stream().map(this::part).toList();
    return HttpResponse.ok(
            Json.text(Map.of("account", account(profile, person, caller), "parts", parts)))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clipdesk-account.json\"");
  }

  private Map<String, Object> account(Profile profile, Person person, Caller caller) {
    var account = ProfileAnswers.body(profile, person);
    account.put("termsAcceptedAt", Json.instant(profile.termsAt()));
    account.put("groups", caller.groups().stream().sorted().toList());
    account.put("version", profile.version());
    if (profile.validAfter().isAfter(Instant.EPOCH)) {
      account.put("sessionsEndedAt", Json.instant(profile.validAfter()));
    }
    Stream<Instant> mails = sends.sends(person.email()).stream();
    account.put("codeMailsSentAt", mails.map(Json::instant).toList());
    return account;
  }

  private Map<String, String> part(String name) {
    return Map.of("name", name, "href", config.publicBaseUrl() + "/v1/me/" + name);
  }
}
