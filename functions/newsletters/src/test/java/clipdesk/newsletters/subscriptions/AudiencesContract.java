package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Audiences.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything does that counts audiences, together with the subscribers that it counts. */
abstract class AudiencesContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final String topic = "t-" + UUID.randomUUID().toString().substring(0, 8);

  abstract Audiences audiences();

  abstract Subscribers subscribers();

  @Test
  void audienceIsWhoGetsATopicByLanguage() {
    var left = subscribed(Language.FR);
    subscribed(Language.FR);
    var changed = subscribed(Language.EN);
    assertThat(audiences().of(topic)).isEqualTo(audience(2, 1, 0, 0));

    subscribers().apply(left, Consent.withdrawn("one-click", List.of(topic), NOW));
    subscribers().apply(changed, Consent.languageChanged("preferences-page", Language.UK, NOW));

    assertThat(audiences().of(topic)).isEqualTo(audience(1, 0, 1, 0));
    assertThat(audiences().of(topic + "x")).isEqualTo(audience(0, 0, 0, 0));
  }

  @Test
  void whoWantsATopicAndMustNotBeWrittenToIsNotOfTheAudience() {
    var who = subscribed(Language.FR);
    subscribers().suppress(who, "bounce", NOW);
    assertThat(audiences().of(topic)).as("all is off").isEqualTo(audience(0, 0, 0, 0));

    subscribers().apply(who, Consent.granted("form", List.of(topic), Language.FR, NOW));
    assertThat(audiences().of(topic)).isEqualTo(audience(0, 0, 0, 1));
    subscribers().lift(who, "operator:eve", NOW);
    assertThat(audiences().of(topic)).isEqualTo(audience(1, 0, 0, 0));
    subscribers().erase(who, "account-page", NOW);
    assertThat(audiences().of(topic)).isEqualTo(audience(0, 0, 0, 0));
  }

  @Test
  void audienceAmongSomeIsThoseOfThemWhoGetATopic() {
    var some = new ArrayList<String>();
    for (int made = 0; made < 101; made++) {
      some.add(subscribed(Language.FR));
    }
    subscribed(Language.FR);
    some.add(subscribed(Language.UK));
    some.add("nobody");
    subscribers().apply(some.getFirst(), Consent.withdrawn("one-click", List.of(topic), NOW));

    assertThat(audiences().among(topic, some)).isEqualTo(audience(100, 0, 1, 0));
    assertThat(audiences().among(topic + "x", some)).isEqualTo(audience(0, 0, 0, 0));
    assertThat(audiences().among(topic, List.of())).isEqualTo(audience(0, 0, 0, 0));
  }

  private String subscribed(Language language) {
    var email = new EmailAddress(UUID.randomUUID() + "@press.example");
    var who = subscribers().ofAddress(email, language, NOW);
    subscribers().apply(who.id(), Consent.granted("form", List.of(topic), language, NOW));
    return who.id();
  }

  private static Audience audience(long fr, long en, long uk, long suppressed) {
    return new Audience(Map.of(Language.FR, fr, Language.EN, en, Language.UK, uk), suppressed);
  }
}
