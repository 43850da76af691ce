package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import org.junit.jupiter.api.Test;

/** What becomes of an address, and of whose it was: erased, suppressed, moved. */
abstract class SubscriberAddressesContract extends SubscribersStore {
  @Test
  void erasedSubscriberHasNoAddressAndNoTopicAndMayComeAnew() {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);

    erase(ada);
    erase(ada);

    var erased = subscribers().find(ada.id()).orElseThrow();
    assertThat(erased.email()).isEmpty();
    assertThat(erased.status()).isEqualTo("erased");
    assertThat(topics(ada)).isEmpty();
    assertThat(subscribers().find(email)).isEmpty();
    var anew = ada();
    assertThat(anew.id()).isNotEqualTo(ada.id());
    assertThat(anew.status()).isEqualTo("active");
  }

  @Test
  void erasureThatStoppedLeavesWhoCameWithTheAddressMeanwhile() {
    var ada = ada();
    assertThat(subscribers().erase(ada.id(), "account-page", NOW)).isPresent();
    var newcomer = ada();
    assertThat(newcomer.id()).isNotEqualTo(ada.id());

    erase(ada);
    erase(ada);

    assertThat(ada()).as("one subscriber of one address").isEqualTo(newcomer);
    assertThat(subscribers().find(email)).contains(newcomer);
    assertThat(subscribers().erase(ada.id(), "account-page", NOW)).isEmpty();
  }

  @Test
  void suppressionOutlivesAnErasure() {
    var ada = ada();
    subscribers().suppress(ada.id(), "complaint", NOW);

    erase(ada);

    var anew = ada();
    assertThat(anew.id()).isNotEqualTo(ada.id());
    assertThat(anew.status()).isEqualTo("suppressed");
    assertThat(history(anew)).extracting(Consent::source).containsExactly("complaint");
    subscribers().lift(anew.id(), "operator:eve", NOW);
    assertThat(ada().status()).isEqualTo("active");
  }

  @Test
  void addressOfNobodyCanBeSuppressed() {
    subscribers().suppressAddress(keyOf(email), "bounce", NOW);

    assertThat(subscribers().find(email)).isEmpty();
    assertThat(ada().status()).isEqualTo("suppressed");
  }

  @Test
  void addressOfSomebodyIsSuppressedByItsKey() {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);

    subscribers().suppressAddress(keyOf(email), "complaint", NOW);

    assertThat(ada().status()).isEqualTo("suppressed");
    assertThat(topics(ada)).isEmpty();
  }

  @Test
  void suppressedSubscriberKeepsTheAddressAndLosesEveryTopic() {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);

    subscribers().suppress(ada.id(), "bounce", NOW);

    assertThat(ada().status()).isEqualTo("suppressed");
    assertThat(ada().id()).isEqualTo(ada.id());
    assertThat(topics(ada)).isEmpty();
  }

  @Test
  void newAddressLeavesTheOldOneFree() {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);
    var other = address("other");

    subscribers().move(ada.id(), other, NOW);
    subscribers().move(ada.id(), other, NOW);

    assertThat(subscribers().find(other)).map(Subscriber::id).contains(ada.id());
    assertThat(topics(ada)).containsExactly("briefings");
    assertThat(subscribers().find(email)).isEmpty();
    assertThat(ada().id()).isNotEqualTo(ada.id());
  }

  @Test
  void twoThatMeetBecomeOneAndTheStricterStateOfEachTopicWins() {
    var ada = ada();
    subscribe(ada, "both", Language.FR);
    subscribe(ada, "left-there", Language.FR);
    subscribe(ada, "left-here", Language.FR);
    withdraw(ada, "left-here");
    var other = address("other");
    var there = subscribers().ofAddress(other, Language.EN, NOW);
    subscribe(there, "both", Language.EN);
    subscribe(there, "left-here", Language.EN);
    subscribe(there, "only-there", Language.EN);
    subscribe(there, "left-there", Language.EN);
    withdraw(there, "left-there");

    subscribers().move(ada.id(), other, NOW.plusSeconds(1));

    assertThat(topics(ada)).containsExactly("both", "only-there");
    assertThat(subscribers().find(other)).map(Subscriber::id).contains(ada.id());
    assertThat(subscribers().find(there.id())).map(Subscriber::id).contains(ada.id());
    withdraw(there, "both");
    assertThat(topics(ada)).as("a link of the other ends it").containsExactly("only-there");
    assertThat(Standing.of(Language.FR, history(ada)))
        .isEqualTo(subscribers().standing(ada.id()).orElseThrow());
  }

  @Test
  void complaintFollowsToTheNewAddressAndABounceDoesNot() {
    var ada = ada();
    subscribers().suppress(ada.id(), "bounce", NOW);
    subscribers().move(ada.id(), address("second"), NOW);
    assertThat(subscribers().find(ada.id()).orElseThrow().status()).isEqualTo("active");

    subscribers().suppress(ada.id(), "complaint", NOW);
    subscribers().move(ada.id(), address("third"), NOW);
    assertThat(subscribers().find(ada.id()).orElseThrow().status()).isEqualTo("suppressed");
    assertThat(ada().status()).as("what bounced bounces").isEqualTo("suppressed");
  }

  @Test
  void nobodyIsErasedAndSuppressedWithoutATrace() {
    assertThat(subscribers().erase("nobody", "account-page", NOW)).isEmpty();
    subscribers().release("nobody");
    subscribers().suppress("nobody", "bounce", NOW);
    subscribers().move("nobody", email, NOW);
    subscribers().lift("nobody", "operator:eve", NOW);

    assertThat(subscribers().find("nobody")).isEmpty();
    assertThat(subscribers().standing("nobody")).isEmpty();
    assertThat(subscribers().find(email)).isEmpty();
  }
}
