package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Newsletters: opt in, get each one once, leave with one click. */
final class NewsletterJourneyIT {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/v1/[^\\s\"<>]+");

  /** Of this machine, as all of 127.0.0.0/8. */
  private static final InetAddress ANOTHER_NETWORK = InetAddress.ofLiteral("127.0.0.9");

  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);
  private final Api browser = anonymous.with("Accept", "text/html,*/*;q=0.8");

  @Test
  void everySubscriberGetsTheCampaignOnceInTheirLanguageAndLeavesWithOneClickOrByMail() {
    var topic = anonymous.get("/v1/topics").expect(200).objects("topics").getFirst();
    var topicId = String.valueOf(topic.get("topic"));
    var french = subscribeByOffer("fr", topic);
    var ukrainian = subscribeByOffer("uk", topic);

    var desk = new Campaigns(Editors.join(stack, "en"));
    var campaignId =
        desk.create(Campaigns.complete("Week 7", topicId)).expect(201).text("campaignId");
    desk.test(campaignId);
    desk.move(campaignId, "sending").expect(202);

    var inFrench = french.mailbox().next("the newsletter", this::isCampaign);
    assertThat(inFrench.subject()).isEqualTo("Cette semaine");
    assertThat(inFrench.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(inFrench.header("List-Unsubscribe"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("<http"));
    var inUkrainian = ukrainian.mailbox().next("the newsletter", this::isCampaign);
    assertThat(inUkrainian.subject()).isEqualTo("Цього тижня");

    var report = desk.awaitSent(campaignId);
    assertThat(report.json()).containsKey("exact");
    assertThat(
            french.mailbox().all().stream()
                .filter(
                    mail ->
                        mail.header("X-Clipdesk-Campaign").filter(campaignId::equals).isPresent()))
        .hasSize(1);

    var archived = anonymous.get("/v1/newsletters/" + campaignId + "?lang=fr").expect(200);
    assertThat(archived.text("subject")).isEqualTo("Cette semaine");
    assertThat(inFrench.text()).contains(archived.text("href"));
    assertThat(browser.get(archived.text("href")).expect(200).text())
        .contains("<h1>Cette semaine</h1>")
        .doesNotContain("/v1/u/");
    assertThat(anonymous.get("/v1/newsletters/feed.atom?topic=" + topicId).expect(200).text())
        .contains("/v1/newsletters/" + campaignId);

    var oneClick = oneClickLink(inFrench);
    anonymous
        .send("POST", oneClick, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
        .expect(200);
    assertThat(subscriptions(french)).doesNotContain(topicId);
    assertThat(subscriptions(ukrainian)).contains(topicId);

    leaveByMail(oneClickLink(inUkrainian));
    Eventually.within(
        Duration.ofSeconds(60),
        "the topic ended by mail",
        () -> Optional.of(subscriptions(ukrainian)).filter(it -> !it.contains(topicId)));
  }

  /** As SES tells of a mail to the address of {@code List-Unsubscribe}: no emulator takes one. */
  private void leaveByMail(String link) {
    var subject = "Re: " + link.substring(link.lastIndexOf('/') + 1);
    var told =
        Map.of(
            "notificationType",
            "Received",
            "mail",
            Map.of("commonHeaders", Map.of("subject", subject)));
    try (var sns = stack.sns()) {
      sns.publish(it -> it.topicArn(stack.output("MailEventsTopic")).message(Api.write(told)));
    }
  }

  @Test
  void unsubscribePageChangesNothingUntilItsButtonIsPressed() {
    var topic = anonymous.get("/v1/topics").expect(200).objects("topics").getFirst();
    var topicId = String.valueOf(topic.get("topic"));
    var reader = subscribeByOffer("en", topic);
    var desk = new Campaigns(Editors.join(stack, "en"));
    var campaignId =
        desk.create(Campaigns.complete("Week 8", topicId)).expect(201).text("campaignId");
    desk.test(campaignId);
    desk.move(campaignId, "sending").expect(202);
    var link = oneClickLink(reader.mailbox().next("the newsletter", this::isCampaign));

    scanned(link);
    assertThat(anonymous.get(link).expect(200).text()).contains("\"state\":\"on\"");
    assertThat(subscriptions(reader)).contains(topicId);
    browser
        .send("POST", link, "application/x-www-form-urlencoded", "action=unsubscribe")
        .expect(200);
    assertThat(subscriptions(reader)).doesNotContain(topicId);
  }

  /** A hundred times, where that leaves the others of this network something of their minute. */
  private void scanned(String link) {
    boolean emulated = stack.endpoint().isPresent();
    var scanner = emulated ? browser.at(ANOTHER_NETWORK) : browser;
    for (int scan = 0; scan < (emulated ? 100 : 20); scan++) {
      assertThat(scanner.get(link).expect(200).text()).contains("<form");
    }
  }

  @Test
  void addressWithoutAccountConfirmsByMail() {
    var topic = anonymous.get("/v1/topics").expect(200).objects("topics").getFirst();
    var reader = Person.named(stack, "reader", "uk");
    anonymous
        .post(
            "/v1/subscriptions",
            Map.of(
                "email", reader.address(),
                "topics", java.util.List.of(topic.get("topic")),
                "language", "uk",
                "consentTextVersion", topic.get("consentTextVersion")))
        .expect(202);
    var mail = reader.mailbox().next("the confirmation");
    var matcher = LINK.matcher(mail.text());
    assertThat(matcher.find()).as("a link in %s", mail.text()).isTrue();
    var link = matcher.group();

    assertThat(browser.get(link).expect(200).text()).contains("<form");
    browser.send("POST", link, "application/x-www-form-urlencoded", "").expect(200);
    // A second press is harmless.
    browser.send("POST", link, "application/x-www-form-urlencoded", "").expect(200);
  }

  @Test
  void tamperedUnsubscribeLinkIsNotFound() {
    assertThat(anonymous.get("/v1/u/u1.k1.01JK.x.press-briefings.AAAA").status()).isEqualTo(404);
  }

  @Test
  void onlyEditorsMayWriteCampaigns() {
    var journalist = Person.named(stack, "journalist", "en");
    journalist.join();

    assertThat(
            new Campaigns(journalist)
                .create(Campaigns.complete("Mine", "press-briefings"))
                .problem())
        .contains("forbidden");
  }

  private Person subscribeByOffer(String language, Map<String, Object> topic) {
    var person = Person.named(stack, "subscriber", language);
    person.takeOffer(person.join(), topic).expect(200);
    return person;
  }

  private static java.util.List<String> subscriptions(Person person) {
    return person.api().get("/v1/me/subscriptions").expect(200).objects("subscriptions").stream()
        .filter(subscription -> "on".equals(subscription.get("state")))
        .map(subscription -> String.valueOf(subscription.get("topic")))
        .toList();
  }

  private boolean isCampaign(Mail mail) {
    return mail.header("List-Id").isPresent() && !mail.subject().startsWith("[TEST]");
  }

  private static String oneClickLink(Mail mail) {
    var value = mail.header("List-Unsubscribe").orElseThrow();
    return value.substring(value.indexOf('<') + 1, value.indexOf('>'));
  }
}
