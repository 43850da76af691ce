package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every problem type that accounts can give, met through the gateway in its documented form. */
final class AccountProblemsIT {
  private static final Stack STACK = Stack.deployed();
  private static final Api ANONYMOUS = Api.of(STACK);
  private static final AccountsTable TABLE = new AccountsTable(STACK);
  private static final String JSON = "application/json";

  /** Given by media and newsletters only. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "embargoed",
          "request-in-progress",
          "illegal-transition",
          "link-expired",
          "ticket-gone",
          "withdrawn",
          "range-invalid",
          "range-too-long",
          "transcript-revision-stale",
          "quote-untimed",
          "content-incomplete",
          "idempotency-key-reused",
          "quota-exceeded",
          "legal-block");

  @TestFactory
  Stream<DynamicTest> everyTypeHasItsStatusAndItsMembers() {
    return provocations().entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(), () -> assertProblem(entry.getValue().get(), entry.getKey())));
  }

  @Test
  void noTypeIsLeftOut() {
    var known = new HashSet<>(provocations().keySet());
    known.addAll(OF_OTHERS);

    assertThat(ProblemTypes.all().keySet()).isEqualTo(known);
    assertThat(provocations().keySet()).doesNotContainAnyElementsOf(OF_OTHERS);
  }

  private static Map<String, Supplier<Answer>> provocations() {
    var provocations = new LinkedHashMap<String, Supplier<Answer>>();
    provocations.put("bad-request", () -> ANONYMOUS.send("POST", "/v1/sessions", JSON, "{"));
    provocations.put("unauthenticated", () -> ANONYMOUS.get("/v1/me"));
    provocations.put("sign-in-failed", () -> somebody().signIn("Wrong-Horse-77!"));
    provocations.put("reauthentication-required", AccountProblemsIT::deleteTenMinutesAfterSignIn);
    provocations.put("forbidden", () -> ANONYMOUS.post("/v1/sessions/refresh", Map.of()));
    provocations.put("not-found", () -> resend("vf_x"));
    provocations.put("method-not-allowed", () -> ANONYMOUS.put("/v1/sessions", Map.of()));
    provocations.put(
        "not-acceptable", () -> ANONYMOUS.with("Accept", "text/html").get("/v1/terms"));
    provocations.put("terms-outdated", () -> register("termsVersion", "1999-01"));
    provocations.put("code-expired", () -> resend("vf_" + "A".repeat(22)));
    provocations.put(
        "precondition-failed", () -> rename(joined().api().with("If-Match", "\"v9\"")));
    provocations.put("precondition-required", () -> rename(joined().api()));
    provocations.put("payload-too-large", () -> register("name", "x".repeat(64 * 1024)));
    provocations.put(
        "unsupported-media-type", () -> ANONYMOUS.send("POST", "/v1/sessions", "text/plain", "{}"));
    provocations.put("validation", () -> register("nickname", "unknown to us"));
    provocations.put("password-policy", () -> register("password", "short"));
    provocations.put("code-mismatch", AccountProblemsIT::wrongCode);
    provocations.put("too-many-attempts", AccountProblemsIT::sixthTry);
    provocations.put("too-many-requests", () -> asking().resend());
    provocations.put("internal", () -> broken("kind", "NONE-OF-OURS").resend());
    provocations.put("unavailable", () -> broken("phase", "ISSUING").check("123456"));
    return provocations;
  }

  private static void assertProblem(Answer answer, String code) {
    assertThat(answer.problem()).as(answer.text()).contains(code);
    assertThat(answer.status()).isEqualTo(ProblemTypes.all().get(code));
    assertThat(answer.json())
        .containsEntry("type", "urn:clipdesk:problem:" + code)
        .containsEntry("status", answer.status())
        .containsKeys("title", "instance", "traceId");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text()).doesNotContain("Exception", "clipdesk.accounts", "amazonaws");
    switch (code) {
      case "too-many-requests", "too-many-attempts", "unavailable" ->
          assertThat(answer.header("Retry-After")).isPresent();
      case "unauthenticated" -> assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
      case "method-not-allowed" -> assertThat(answer.header("Allow")).contains("DELETE, POST");
      case "terms-outdated" -> assertThat(answer.json()).containsKey("currentTermsVersion");
      case "precondition-failed" -> assertThat(answer.header("ETag")).contains("\"v1\"");
      case "reauthentication-required" ->
          assertThat(answer.json()).containsEntry("maxAgeSeconds", 300);
      case "payload-too-large" -> assertThat(answer.json()).containsEntry("maxBytes", 65_536);
      case "code-mismatch" -> assertThat(answer.json()).containsEntry("attemptsLeft", 4);
      case "password-policy" -> assertThat(answer.json()).containsKey("violations");
      case "validation" ->
          assertThat(answer.objects("errors"))
              .singleElement()
              .satisfies(error -> assertThat(error).containsEntry("code", "unknown-field"))
              .satisfies(error -> assertThat(error).containsEntry("pointer", "/nickname"));
      default -> assertThat(answer.text("title")).isNotBlank();
    }
  }

  private static Answer deleteTenMinutesAfterSignIn() {
    var person = joined();
    new PoolClock(STACK)
        .later(Duration.ofMinutes(-10), () -> person.signIn(Person.PASSWORD).expect(201));
    return person.api().delete("/v1/me");
  }

  private static Answer wrongCode() {
    var person = asking();
    return person.check(otherThan(person.mailbox().next("the code").code()));
  }

  private static Answer sixthTry() {
    var person = asking();
    var code = person.mailbox().next("the code").code();
    for (int i = 0; i < 5; i++) {
      person.check(otherThan(code)).expect(422);
    }
    return person.check(code);
  }

  private static String otherThan(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private static Answer rename(Api api) {
    return api.patch("/v1/me", Map.of("name", "B. Martin"));
  }

  private static Answer register(String member, String value) {
    var form = somebody().registration();
    form.put(member, value);
    return ANONYMOUS.post("/v1/accounts", form);
  }

  private static Person broken(String attribute, String value) {
    var person = asking();
    TABLE.set(person.verificationId(), attribute, AttributeValue.fromS(value));
    return person;
  }

  private static Answer resend(String verificationId) {
    return ANONYMOUS.post("/v1/verifications/" + verificationId + "/resend", Map.of());
  }

  private static Person asking() {
    var person = somebody();
    person.signUp();
    return person;
  }

  private static Person joined() {
    var person = somebody();
    person.join();
    return person;
  }

  private static Person somebody() {
    return Person.named(STACK, "problem", "en");
  }
}
