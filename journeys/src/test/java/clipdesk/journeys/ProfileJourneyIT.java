package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account from the inside: profile, password, address, export, farewell. */
final class ProfileJourneyIT {
  private static final String NEW_PASSWORD = "Another-Horse-88!";

  private final Stack stack = Stack.deployed();

  @Test
  void profileIsChangedByWhoeverHasReadIt() {
    var person = joined("profile", "en");
    var before = person.api().get("/v1/me").expect(200);
    var patch = new LinkedHashMap<String, Object>();
    patch.put("name", "Олена Марчук");
    patch.put("outlet", null);
    patch.put("language", "uk");
    var changed =
        person
            .api()
            .with("If-Match", before.header("ETag").orElseThrow())
            .patch("/v1/me", patch)
            .expect(200);

    assertThat(changed.json())
        .containsEntry("name", "Олена Марчук")
        .containsEntry("language", "uk")
        .doesNotContainKey("outlet");
    var read = person.api().get("/v1/me").expect(200);
    assertThat(read.json()).isEqualTo(changed.json());
    assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));
  }

  @Test
  void passwordIsChangedByWhoeverKnowsItAndEverySessionEnds() {
    var person = joined("password", "uk");
    var browser = new Browser(stack, person.signIn(Person.PASSWORD).expect(201));
    var token = person.api();
    assertThat(changePassword(token, "Wrong-Horse-77!").expect(401).problem())
        .contains("sign-in-failed");
    changePassword(token, Person.PASSWORD).expect(204);

    assertThat(person.mailbox().next("the notice").subject()).isEqualTo("Ваш пароль змінено");
    assertThat(token.get("/v1/me").expect(401).problem()).contains("unauthenticated");
    assertThat(browser.refresh().expect(401).problem()).contains("unauthenticated");
    assertThat(person.signIn(Person.PASSWORD).problem()).contains("sign-in-failed");
    person.signIn(NEW_PASSWORD).expect(201);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 30 minutes, Votre adresse a été modifiée",
    "en, 30 minutes, Your address was changed",
    "uk, 30 хвилин, Вашу адресу змінено"
  })
  void addressIsChangedByACodeToTheNewOneAndTheOldOneIsTold(
      String language, String life, String notice) {
    var person = joined("mover", language);
    var newAddress = Person.unique("moved") + "@outlet.example";
    assertThat(person.moveTo(newAddress, "Wrong-Horse-77!").expect(401).problem())
        .contains("sign-in-failed");
    assertThat(person.moveTo(newAddress, Person.PASSWORD).expect(202).json())
        .containsEntry("purpose", "change-address");
    var mail = new Mailbox(stack, newAddress).next("the code");
    assertThat(mail.text()).contains(mail.code()).contains(life);
    assertThat(mail.html())
        .contains(mail.code())
        .contains(life)
        .contains("<html lang=\"" + language + "\"");
    assertThat(person.api().get("/v1/me").expect(200).text("email")).isEqualTo(person.address());

    assertThat(person.check(mail.code()).expect(200).text("status")).isEqualTo("confirmed");
    assertThat(person.mailbox().next("the notice").subject()).isEqualTo(notice);
    assertThat(person.api().get("/v1/me").expect(200).text("email")).isEqualTo(newAddress);
    assertThat(person.signIn(Person.PASSWORD).problem()).contains("sign-in-failed");
    signIn(newAddress).expect(201);
  }

  @Test
  void everythingWeHoldIsExported() {
    var person = joined("export", "fr");
    var export = person.api().post("/v1/me/exports", Map.of()).expect(200);

    assertThat(export.json().get("account"))
        .asInstanceOf(MAP)
        .containsAllEntriesOf(person.api().get("/v1/me").expect(200).json());
    assertThat(export.objects("parts"))
        .extracting(part -> part.get("name"))
        .containsExactlyInAnyOrder(
            "sessions", "downloads", "clips", "subscriptions", "consents", "deliveries");
    assertThat(export.objects("parts"))
        .allSatisfy(part -> person.api().get((String) part.get("href")).expect(200));
  }

  @Test
  void deletedAccountLeavesNothingButANotice() {
    var person = joined("farewell", "fr");
    var browser = new Browser(stack, person.signIn(Person.PASSWORD).expect(201));
    person.api().delete("/v1/me").expect(204);

    assertThat(person.mailbox().next("the notice").subject())
        .isEqualTo("Votre compte a été supprimé");
    assertThat(person.api().get("/v1/me").expect(401).problem()).contains("unauthenticated");
    assertThat(browser.refresh().expect(401).problem()).contains("unauthenticated");
    assertThat(person.signIn(Person.PASSWORD).problem()).contains("sign-in-failed");

    new AccountsTable(stack).forgetMailsTo(person.address());
    person.join();
    assertThat(person.api().get("/v1/me").expect(200).text("email")).isEqualTo(person.address());
  }

  private Person joined(String name, String language) {
    var person = Person.named(stack, name, language);
    person.join();
    return person;
  }

  private static Answer changePassword(Api api, String password) {
    return api.put("/v1/me/password", Map.of("password", password, "newPassword", NEW_PASSWORD));
  }

  private Answer signIn(String address) {
    return Api.of(stack)
        .post("/v1/sessions", Map.of("email", address, "password", Person.PASSWORD));
  }
}
