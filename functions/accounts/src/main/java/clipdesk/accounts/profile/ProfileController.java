package clipdesk.accounts.profile;

import clipdesk.accounts.audit.AuditEvent;
import clipdesk.accounts.audit.Audited;
import clipdesk.accounts.browser.BrowserGuard;
import clipdesk.accounts.directory.AddressTakenException;
import clipdesk.accounts.directory.People;
import clipdesk.accounts.directory.Person;
import clipdesk.accounts.throttling.MailLimit;
import clipdesk.accounts.verification.Verification;
import clipdesk.accounts.verification.VerificationAnswers;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.identity.CallerReader;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.web.CallerNetwork;
import clipdesk.common.web.EntityTags;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import java.util.Optional;

/** {@code /v1/me} and what hangs below it in this context. */
@Controller("/v1/me")
final class ProfileController {
  private final ActiveAccounts accounts;
  private final Profiles profiles;
  private final People people;
  private final ChangeAddress changeAddress;
  private final MailLimit mails;
  private final BrowserGuard guard;
  private final CallerNetwork network;

  ProfileController(
      ActiveAccounts accounts,
      Profiles profiles,
      People people,
      ChangeAddress changeAddress,
      MailLimit mails,
      BrowserGuard guard,
      CallerNetwork network) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.people = people;
    this.changeAddress = changeAddress;
    this.mails = mails;
    this.guard = guard;
    this.network = network;
  }

  @Get(headRoute = false)
  @Audited(AuditEvent.PROFILE_READ)
  HttpResponse<String> read(Caller caller) {
    var profile = accounts.require(caller);
    return answer(profile, person(caller));
  }

  @Patch
  @Audited(AuditEvent.PROFILE_EDIT)
  @Consumes("application/merge-patch+json")
  HttpResponse<String> edit(HttpRequest<?> request, Caller caller, @Body String body) {
    guard.refuseForeignOrigin(request);
    var profile = accounts.require(caller);
    long expected = profile.version();
    EntityTags.require(request, expected);
    var patch = RequestBody.parse(body);
    var name = patch.optionalText("name", 1, 100);
    var outlet = patch.optionalText("outlet", 1, 100);
    var language = patch.optionalText("language", 2, 2);
    var chosen = language.flatMap(Language::ofTag);
    if (patch.cleared("language")) {
      patch.refuse("language", "missing", "A profile has a language: it cannot be taken away");
    }
    if (language.isPresent() && chosen.isEmpty()) {
      patch.refuse("language", "unknown-value", "Use fr, en or uk");
    }
    patch.finish();
    var edited =
        new Profile(
            profile.sub(),
            profile.active(),
            patch.cleared("name") ? Optional.empty() : name.or(profile::name),
            patch.cleared("outlet") ? Optional.empty() : outlet.or(profile::outlet),
            profile.termsVersion(),
            profile.termsAt(),
            profile.createdAt(),
            expected + 1,
            profile.validAfter());
    if (!profiles.edit(edited, expected)) {
      throw EntityTags.stale(accounts.require(caller).version());
    }
    chosen.ifPresent(it -> changeLanguage(caller, it));
    return answer(edited, person(caller));
  }

  @Put("/email")
  @Audited(AuditEvent.ADDRESS_CHANGE_REQUEST)
  HttpResponse<String> changeAddress(HttpRequest<?> request, Caller caller, @Body String body) {
    guard.refuseForeignOrigin(request);
    accounts.require(caller);
    var members = RequestBody.parse(body);
    var email = EmailAddress.member(members, "email");
    var password = members.verbatim("password");
    members.finish();
    mails.count(network.of(request));
    var begun = changeAddress.begin(person(caller), password, email.orElseThrow());
    return HttpResponse.accepted()
        .body(
            VerificationAnswers.json(
                begun.id(), Verification.Purpose.CHANGE_ADDRESS, begun.sentAt()));
  }

  private void changeLanguage(Caller caller, Language language) {
    try {
      people.change(caller.accountId(), Optional.empty(), Optional.of(language));
    } catch (AddressTakenException e) {
      throw new IllegalStateException("No address was to be changed", e);
    }
  }

  private Person person(Caller caller) {
    return people.find(caller.accountId()).orElseThrow(CallerReader::unauthenticated);
  }

  private static HttpResponse<String> answer(Profile profile, Person person) {
    return HttpResponse.ok(Json.text(ProfileAnswers.body(profile, person)))
        .header(HttpHeaders.ETAG, EntityTags.of(profile.version()));
  }
}
