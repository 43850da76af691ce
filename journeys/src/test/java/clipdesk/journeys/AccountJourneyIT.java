package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts: sign up, type the code from the mail, sign in, set a new password. */
final class AccountJourneyIT {
  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);
  private final AccountsTable table = new AccountsTable(stack);

  @ParameterizedTest
  @CsvSource({"fr, 30 minutes", "en, 30 minutes", "uk, 30 хвилин"})
  void codeComesInThePersonsLanguageAndLeadsBackToThePage(String language, String life) {
    var person = Person.named(stack, "journalist", language);
    var verification = person.signUp();
    assertThat(verification.json())
        .containsEntry("purpose", "sign-up")
        .containsEntry("attemptsLeft", 5)
        .containsKeys("expiresAt", "resendAt");

    var mail = person.mailbox().next("the sign-up code");
    assertThat(mail.subject()).isNotBlank();
    // Alone in its element: a double click takes the code and nothing else.
    assertThat(mail.html())
        .contains(">" + mail.code() + "<")
        .contains("<html lang=\"" + language + "\"")
        .contains(life);

    var confirmed = person.check(mail.code()).expect(200);
    assertThat(confirmed.json())
        .containsEntry("status", "confirmed")
        .containsEntry("returnTo", "/" + language + "/videos/presser?t=1,2")
        .containsKey("newsletterOffer");
    person.signIn(Person.PASSWORD).expect(201);
    assertThat(person.api().get("/v1/me").expect(200).json())
        .containsEntry("email", person.address())
        .containsEntry("language", language);
  }

  @Test
  void wrongCodeCountsAndTheSixthTryIsRefusedEvenIfRight() {
    var person = Person.named(stack, "guesser", "en");
    person.signUp();
    var code = person.mailbox().next("the sign-up code").code();
    var wrong = code.equals("000000") ? "000001" : "000000";
    for (int left = 4; left >= 0; left--) {
      var answer = person.check(wrong).expect(422);
      assertThat(answer.problem()).contains("code-mismatch");
      assertThat(answer.json()).containsEntry("attemptsLeft", left);
    }

    assertThat(person.check(code).expect(429).problem()).contains("too-many-attempts");
  }

  @Test
  void signInBeforeTheCodeLooksLikeAWrongPassword() {
    var person = Person.named(stack, "early", "en");
    person.signUp();
    var unconfirmed = person.signIn(Person.PASSWORD);
    var unknown =
        anonymous.post(
            "/v1/sessions",
            Map.of(
                "email",
                Person.unique("nobody") + "@outlet.example",
                "password",
                "Wrong-1234567!"));

    assertThat(unconfirmed.status()).isEqualTo(401).isEqualTo(unknown.status());
    assertThat(unconfirmed.problem()).isEqualTo(unknown.problem()).contains("sign-in-failed");
  }

  @Test
  void resetSetsANewPasswordAndEndsOtherSessions() {
    var person = Person.named(stack, "forgetful", "fr");
    person.join();
    var before = person.api();
    var browser = new Browser(stack, person.signIn(Person.PASSWORD).expect(201));
    // The address's 60 seconds between code mails are not what this story is about.
    table.forgetMailsTo(person.address());
    person.forgetPassword("/fr/a");
    var code = person.mailbox().next("the reset code").code();
    var changed = person.resetPassword(code, "Autre-Cheval-88!").expect(200);

    assertThat(changed.json()).containsEntry("returnTo", "/fr/a");
    person.mailbox().next("the notice of the changed password");
    assertThat(before.get("/v1/me").problem()).contains("unauthenticated");
    assertThat(browser.refresh().problem()).contains("unauthenticated");
    assertThat(person.signIn(Person.PASSWORD).problem()).contains("sign-in-failed");
    person.signIn("Autre-Cheval-88!").expect(201);
  }

  @ParameterizedTest
  @CsvSource({
    "Short-1!, length",
    "alllowercase-77!, upper",
    "ALLUPPERCASE-77!, lower",
    "No-Digits-In-Here!, digit",
    "NoSymbolInHere77, symbol",
    "Password123!, common",
    "With A Space-77!, whitespace"
  })
  void everyBrokenPasswordRuleIsNamed(String password, String violation) {
    var form = new LinkedHashMap<>(Person.named(stack, "weak", "en").registration());
    form.put("password", password);
    var answer = anonymous.post("/v1/accounts", form).expect(422);

    assertThat(answer.problem()).contains("password-policy");
    assertThat(answer.json().get("violations")).asInstanceOf(LIST).contains(violation);
  }

  @ParameterizedTest
  @CsvSource({"0, personal", "240, too-long"})
  void passwordMadeOfTheAddressOrWithoutEndIsRefused(int padding, String violation) {
    var form = Person.named(stack, "weak", "en").registration();
    form.put("password", form.get("email") + "A-1" + "x".repeat(padding));

    var answer = anonymous.post("/v1/accounts", form).expect(422);
    assertThat(answer.json().get("violations")).asInstanceOf(LIST).contains(violation);
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    var form = new LinkedHashMap<>(Person.named(stack, "weak", "en").registration());
    form.put("password", " ");
    var answer = anonymous.post("/v1/accounts", form).expect(422);

    assertThat(answer.json().get("violations"))
        .asInstanceOf(LIST)
        .contains("length", "upper", "lower", "digit", "symbol", "whitespace");
  }

  @Test
  void secondSignUpOfAKnownAddressAnswersTheSameAndTellsTheOwner() {
    var person = Person.named(stack, "twice", "en");
    person.join();
    table.forgetMailsTo(person.address());
    var known = anonymous.post("/v1/accounts", person.registration());
    var fresh = anonymous.post("/v1/accounts", Person.named(stack, "once", "en").registration());

    assertThat(known.status()).isEqualTo(fresh.status()).isEqualTo(202);
    assertThat(known.json().keySet()).isEqualTo(fresh.json().keySet());
    assertThat(known.headers().map().keySet()).isEqualTo(fresh.headers().map().keySet());
    var mail = person.mailbox().next("the notice that there is an account");
    assertThat(mail.subject()).isNotBlank();
    assertThat(mail.text() + mail.html()).doesNotContainPattern("(?<!\\d)\\d{6}(?!\\d)");
  }
}
