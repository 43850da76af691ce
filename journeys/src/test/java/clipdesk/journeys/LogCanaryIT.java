package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * No log tells what people said in confidence. Makes a whole run of its own, and comes last, so
 * that it also looks for what all other journeys of this process said.
 */
@Order(Integer.MAX_VALUE)
final class LogCanaryIT {
  private static final Pattern ADDRESS = Pattern.compile("[\\w.-]+@outlet\\.example");
  private static final List<String> WATCHED =
      List.of(
          "accounts",
          "accounts-mail",
          "accounts-sweep",
          "media",
          "media-transcripts",
          "media-search",
          "media-index",
          "media-recognition",
          "media-sound",
          "media-revise",
          "media-ingest",
          "media-events",
          "clips",
          "newsletters",
          "newsletters-editors",
          "newsletters-archive",
          "newsletters-rolls",
          "newsletters-lists",
          "newsletters-planner",
          "newsletters-sender",
          "newsletters-tick",
          "newsletters-events");
  private static final String QUESTION = Person.unique("asked");
  private static final Pattern LINK = Pattern.compile("/v1/subscriptions/confirmations/[\\w-]+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant BEGIN =
      Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);
  private final AccountsTable table = new AccountsTable(stack);
  private final Logs logs = new Logs(stack, BEGIN);

  @Test
  void noLogTellsAPasswordACodeATokenOrAnAddress() {
    var person = useEveryPageOfAnAccount();
    askForNewsletters();
    anonymous.get("/v1/search/spoken?q=" + QUESTION).expect(200);
    var traceId = fail(person);
    Eventually.within(PATIENCE, "the log line of the last request", () -> lineWith(traceId));
    var texts = logs.all();
    assertThat(texts)
        .containsKeys(WATCHED.stream().map(this::group).toArray(String[]::new))
        .hasEntrySatisfying(
            group("accounts"),
            text ->
                assertThat(text)
                    .contains("Cognito refused a reset")
                    .contains("\"audit\":\"sign-in\",\"outcome\":\"done\"")
                    .contains("\"audit\":\"sign-in\",\"outcome\":\"refused\""));
    assertThat(lines(texts.get(group("accounts"))))
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(JSON.std.mapFrom(line)).isNotEmpty());
    assertThat(Secrets.kinds()).containsExactlyInAnyOrder(Secrets.Kind.values());

    texts.forEach((group, text) -> assertThat(leaks(text)).as("leaks in %s", group).isEmpty());
    texts.forEach((group, text) -> assertThat(text).as(group).doesNotContain(QUESTION));
    // Its access log has paths, and so ids; that of the gateway has none (SecurityTemplateTest).
    assertThat(leaks(logs.ofEmulator()))
        .as("leaks in the emulator's log")
        .allMatch(leak -> leak.startsWith(Secrets.Kind.PATH.name()));
  }

  /** By kind and beginning, so that the report of a leak is not the next one. */
  private static List<String> leaks(String text) {
    var leaks = new ArrayList<>(Secrets.in(text));
    ADDRESS.matcher(text).results().limit(1).forEach(_ -> leaks.add("an address of any journey"));
    return leaks;
  }

  private Person useEveryPageOfAnAccount() {
    var person = Person.named(stack, "canary", "en");
    person.join();
    var browser = new Browser(stack, person.signIn(Person.PASSWORD).expect(201));
    browser.refresh().expect(200);
    browser.signOut().expect(204);
    person.signIn("Canary-Wrong-77!").expect(401);
    person.check("000000").expect(422);
    table.forgetMailsTo(person.address());
    person.forgetPassword("/en/");
    person.resetPassword("000000", "Canary-Horse-88!");
    var code = person.mailbox().next("the reset code").code();
    person.resetPassword(code, "Canary-Horse-88!").expect(200);
    return person;
  }

  /** With addresses that no mail can reach, and with one that takes the link of its mail. */
  private void askForNewsletters() {
    var reader = Person.named(stack, "canary-reader", "en");
    var address = reader.address();
    for (var unmailable :
        List.of(
            "<" + address + ">",
            "a," + address,
            ".." + address,
            "ада-" + address,
            address.replace("@", "@-"),
            address + ".")) {
      subscribe(unmailable).expect(422);
    }
    subscribe(" " + address.toUpperCase(Locale.ROOT)).expect(202);
    var link = LINK.matcher(reader.mailbox().next("the confirmation").text());
    assertThat(link.find()).isTrue();
    anonymous.get(link.group()).expect(200);
    anonymous.send("POST", link.group(), "application/x-www-form-urlencoded", "").expect(200);
    // Nothing to be mailed: the address has it already.
    subscribe(address).expect(202);
  }

  private Answer subscribe(String email) {
    var topic = anonymous.get("/v1/topics").expect(200).objects("topics").getFirst();
    return anonymous.post(
        "/v1/subscriptions",
        Map.of(
            "email",
            email,
            "topics",
            List.of(topic.get("topic")),
            "language",
            "en",
            "consentTextVersion",
            topic.get("consentTextVersion")));
  }

  /** Provokes a failure that nobody expected; what its log line names is in the answer. */
  private String fail(Person person) {
    table.set(person.verificationId(), "kind", AttributeValue.fromS("NONE-OF-OURS"));
    return person.resend().expect(500).text("traceId");
  }

  private Optional<String> lineWith(String traceId) {
    return Optional.ofNullable(logs.all().get(group("accounts")))
        .filter(text -> text.contains("trace id " + traceId));
  }

  /** What our code wrote, not the platform. */
  private static List<String> lines(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .filter(line -> !line.matches("(START|END|REPORT) RequestId: .*"))
        .toList();
  }

  private String group(String function) {
    return "/aws/lambda/" + stack.output("StackName") + "-" + function;
  }
}
