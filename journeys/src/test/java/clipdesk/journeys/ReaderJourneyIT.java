package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A reader without an account, by mails and the pages behind their links, to the very end. */
final class ReaderJourneyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/v1/[^\\s\"<>]+");
  private static final String FORM = "application/x-www-form-urlencoded";

  /** As programs of mail providers do; all links together stay within a network's limit. */
  private static final int SCANS = 5;

  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);
  private final Api browser = anonymous.with("Accept", "text/html,*/*;q=0.8");
  private final Person editor = Editors.join(stack, "en");
  private final String topic = Person.unique("reader");
  private final Person reader = Person.named(stack, "reader", "uk");

  @Test
  void readerComesChoosesLeavesAndIsForgotten() {
    new Lists(stack, editor).topic(topic);
    confirms();
    send();
    var mail = reader.mailbox().next("the newsletter", it -> it.header("List-Id").isPresent());
    var choices = link(mail.text(), "/v1/p/");
    var leave = link(mail.text(), "/v1/u/");

    scanned(choices, leave, link(mail.text(), "/v1/newsletters/"));
    chooses(choices);
    leavesAndThinksAgain(choices, leave);
    readsWhyAndTakesACopy(choices);
    complainsAndIsWrittenToAgain(choices);
    seesItInAnAccount();
    isForgotten(choices);
  }

  private void confirms() {
    anonymous
        .post(
            "/v1/subscriptions",
            Map.of(
                "email",
                reader.address(),
                "topics",
                List.of(topic),
                "language",
                "uk",
                "consentTextVersion",
                "1"))
        .expect(202);
    var link = link(reader.mailbox().next("the confirmation").text(), "/v1/subscriptions/");
    scanned(link);
    assertThat(found(reader)).as("a scanner subscribes nobody").isEmpty();

    press(link, "action=confirm");

    assertThat(found(reader)).containsEntry("status", "active").containsEntry("language", "uk");
    assertThat(state()).isEqualTo("on");
  }

  private void send() {
    var desk = new Campaigns(editor);
    var id = desk.create(Campaigns.complete("Week 9", topic)).expect(201).text("campaignId");
    desk.test(id);
    desk.move(id, "sending").expect(202);
  }

  /** Looks at links and changes nothing. */
  private void scanned(String... links) {
    var before = kept();
    for (var link : links) {
      for (int scan = 0; scan < SCANS; scan++) {
        assertThat(browser.get(link).expect(200).text()).contains("<h1>");
      }
      anonymous.head(link).expect(200);
    }
    assertThat(kept()).isEqualTo(before);
  }

  private void chooses(String choices) {
    assertThat(browser.get(choices).expect(200).text())
        .contains("value=\"" + topic + "\"", "checked")
        .doesNotContain(reader.address());

    save(choices);

    assertThat(found(reader)).containsEntry("language", "fr");
    assertThat(state()).isEqualTo("on");
  }

  /** The topic and French, as the page's form says it. */
  private void save(String choices) {
    press(choices, "action=save&language=fr&shown=%s%%3D1&topic=%s".formatted(topic, topic));
  }

  private void leavesAndThinksAgain(String choices, String leave) {
    assertThat(press(choices, "action=unsubscribe-all")).contains("value=\"undo\"");
    assertThat(state()).isEqualTo("off");
    press(choices, "action=undo");
    assertThat(state()).isEqualTo("on");

    press(leave, "List-Unsubscribe=One-Click");
    assertThat(state()).isEqualTo("off");
    press(leave, "action=undo");
    assertThat(state()).isEqualTo("on");
  }

  private void readsWhyAndTakesACopy(String choices) {
    assertThat(browser.get(choices).expect(200).text()).contains("<details>", "Sujet " + topic);
    assertThat(anonymous.get(choices).expect(200).objects("why"))
        .extracting(it -> it.get("topic"))
        .containsExactly(topic);

    assertThat(anonymous.get(choices + "?copy=json").expect(200).objects("consents"))
        .extracting(it -> it.get("action"))
        .contains("asked", "confirmed", "language-changed", "withdrawn", "restored");
  }

  /** As SES tells of who presses "spam": no emulator does. */
  private void complainsAndIsWrittenToAgain(String choices) {
    var id = String.valueOf(found(reader).get("subscriberId"));
    var tags = Map.of("campaign", List.of("none"), "recipient", List.of(id), "claim", List.of("c"));
    var told =
        Map.of(
            "eventType", "Complaint",
            "complaint", Map.of("complaintFeedbackType", "abuse"),
            "mail", Map.of("messageId", "m", "timestamp", "2026-02-12T15:00:00Z", "tags", tags));
    try (var sns = stack.sns()) {
      sns.publish(it -> it.topicArn(stack.output("MailEventsTopic")).message(Api.write(told)));
    }
    Eventually.within(
        PATIENCE,
        "the complaint that is heard",
        () -> Optional.of(found(reader)).filter(it -> "suppressed".equals(it.get("status"))));
    assertThat(anonymous.get(choices).expect(200).json()).containsEntry("deliverable", false);
    assertThat(browser.get(choices).expect(200).text()).contains("class=\"notice warn\"");

    editor
        .api()
        .put(
            "/v1/editor/subscribers/" + id + "/suppression",
            Map.of("suppressed", false, "reason", "Wrote to us"))
        .expect(200);

    assertThat(anonymous.get(choices).expect(200).json()).containsEntry("deliverable", true);
    assertThat(state()).as("that is the reader's to say").isEqualTo("off");
    save(choices);
    assertThat(state()).isEqualTo("on");
  }

  /** Whoever proves the address sees what it gets, and ends it there. */
  private void seesItInAnAccount() {
    reader.join();
    assertThat(reader.api().get("/v1/me/subscriptions").expect(200).objects("subscriptions"))
        .extracting(it -> it.get("topic"))
        .containsExactly(topic);
    assertThat(reader.api().get("/v1/me/consents").expect(200).objects("items")).isNotEmpty();
    assertThat(reader.api().get("/v1/me/deliveries").expect(200).objects("items")).hasSize(1);

    reader.api().delete("/v1/me/subscriptions/" + topic).expect(204);

    assertThat(state()).isEqualTo("off");
  }

  /** Minutes after they confirmed: what was mailed then keeps no such link back. */
  private void isForgotten(String choices) {
    assertThat(found(reader)).containsEntry("status", "active");
    press(choices, "action=erase");
    var erase = link(reader.mailbox().next("the link to be forgotten").text(), "/v1/p/e1.");
    assertThat(browser.get(erase).expect(200).text()).contains("<form");
    assertThat(found(reader)).as("a page forgets nobody").containsEntry("status", "active");

    press(erase, "action=erase");

    assertThat(found(reader)).isEmpty();
    assertThat(anonymous.get(choices).expect(200).objects("topics"))
        .extracting(it -> it.get("state"))
        .doesNotContain("on");
  }

  /** The page that a button leads to. */
  private String press(String link, String form) {
    return browser.send("POST", link, FORM, form).expect(200).text();
  }

  private static String link(String text, String to) {
    return LINK.matcher(text)
        .results()
        .map(it -> it.group())
        .filter(it -> it.contains(to))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + to + " in " + text));
  }

  /** What an editor is told of somebody; empty of nobody. */
  private Map<String, Object> found(Person person) {
    return editor
        .api()
        .post("/v1/editor/subscriber-lookups", Map.of("email", person.address()))
        .expect(200)
        .json();
  }

  /** The same without their mails, of which word may come at any time. */
  private Map<String, Object> kept() {
    var kept = new LinkedHashMap<>(found(reader));
    kept.remove("deliveries");
    return kept;
  }

  /** Whether they get the topic. */
  private String state() {
    return Answer.objects(found(reader), "topics").stream()
        .filter(it -> topic.equals(it.get("topic")))
        .map(it -> String.valueOf(it.get("state")))
        .findFirst()
        .orElse("never");
  }
}
