package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of subscribers does. */
abstract class SubscribersContract extends SubscriberAddressesContract {
  @Test
  void addressHasOneSubscriberWhoeverAsksForIt() {
    assertThat(subscribers().find(email)).isEmpty();
    var made = ada();

    assertThat(subscribers().find(email)).contains(made);
    assertThat(made.email()).contains(email);
    assertThat(made.status()).isEqualTo("active");
    assertThat(subscribers().ofAddress(email, Language.EN, NOW)).isEqualTo(made);
    assertThat(subscribers().find(made.id())).contains(made);
    assertThat(subscribers().find("nobody")).isEmpty();
  }

  @Test
  void addressHasOneSubscriberAlsoIfTenAskAtOnce() throws Exception {
    try (var pool = Executors.newFixedThreadPool(10)) {
      var made =
          pool.invokeAll(Collections.nCopies(10, () -> ada().id())).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();
      assertThat(made).hasSize(1);
    }
  }

  @Test
  void accountLeadsToItsSubscriber() {
    var account = UUID.randomUUID().toString();
    assertThat(subscribers().ofAccount(account)).isEmpty();

    subscribers().linkAccount(account, ada().id());

    assertThat(subscribers().ofAccount(account)).contains(ada());

    subscribers().forgetAccount(account);
    subscribers().forgetAccount(account);

    assertThat(subscribers().ofAccount(account)).isEmpty();
  }

  @Test
  void topicIsOnUntilItIsSwitchedOff() {
    var ada = ada();
    subscribe(ada, "briefings", Language.UK);
    subscribe(ada, "announcements", Language.UK);
    assertThat(topics(ada)).containsExactlyInAnyOrder("briefings", "announcements");
    assertThat(subscribers().find(ada.id()).orElseThrow().language()).isEqualTo(Language.UK);

    assertThat(withdraw(ada, "briefings")).isTrue();
    assertThat(withdraw(ada, "briefings")).as("once more changes nothing").isFalse();

    assertThat(topics(ada)).containsExactly("announcements");
    subscribe(ada, "briefings", Language.FR);
    assertThat(topics(ada)).hasSize(2);
  }

  @Test
  void twoWithdrawalsAtOnceAreOneRecord() throws Exception {
    var ada = ada();
    subscribe(ada, "briefings", Language.FR);
    try (var pool = Executors.newFixedThreadPool(4)) {
      var changed =
          pool.invokeAll(Collections.nCopies(4, () -> withdraw(ada, "briefings"))).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(changed).containsOnlyOnce(true);
    }
    assertThat(history(ada))
        .extracting(Consent::action)
        .containsExactly(Consent.Action.GRANTED, Consent.Action.WITHDRAWN);
  }

  @Test
  void everyOneOfManyChangesAtOnceIsMade() throws Exception {
    var ada = ada();
    var asked = IntStream.range(0, 30).mapToObj(number -> "many-" + number).toList();
    try (var pool = Executors.newFixedThreadPool(asked.size())) {
      List<Callable<Void>> changes = new ArrayList<>();
      for (var topic : asked) {
        changes.add(
            () -> {
              subscribe(ada, topic, Language.FR);
              return null;
            });
      }
      for (var change : pool.invokeAll(changes)) {
        change.get();
      }
    }
    assertThat(topics(ada)).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void recordSaysAllThatWasShownAndProven() {
    var ada = ada();
    var consent =
        Consent.granted("public-form", List.of("briefings", "other"), Language.UK, NOW)
            .as(Consent.Action.CONFIRMED)
            .showing(new Consent.ShownText("2026-01", Language.UK, "abc"))
            .provenBy("confirm:12")
            .byMailOf("c1");
    subscribers().apply(ada.id(), List.of(consent.as(Consent.Action.ASKED), consent));

    assertThat(history(ada)).containsExactly(consent.as(Consent.Action.ASKED), consent);
  }

  @Test
  void recordsComeInPagesNewestFirst() {
    var ada = ada();
    for (int i = 0; i < 5; i++) {
      subscribe(ada, "topic-" + i, Language.FR, NOW.plusSeconds(i));
    }

    var first = subscribers().consents(ada.id(), Optional.empty(), 3);
    var second = subscribers().consents(ada.id(), first.lastKey(), 3);

    assertThat(first.consents())
        .extracting(it -> it.topics().getFirst())
        .containsExactly("topic-4", "topic-3", "topic-2");
    assertThat(second.consents()).hasSize(2);
    assertThat(second.lastKey()).isEmpty();
  }

  /** Whatever is done, and in whatever order: the records say it all. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void recordsReplayedGiveThePresentState(long seed) {
    var random = new Random(seed);
    var ada = ada();
    for (int step = 0; step < 12; step++) {
      anything(ada, random, NOW.plusSeconds(step));
    }

    assertThat(Standing.of(Language.FR, history(ada)))
        .isEqualTo(subscribers().standing(ada.id()).orElseThrow());
  }

  private void anything(Subscriber who, Random random, Instant now) {
    var topic = List.of("briefings", "announcements", "other").get(random.nextInt(3));
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> subscribe(who, topic, Language.values()[random.nextInt(3)], now);
      case 3, 4 ->
          subscribers().apply(who.id(), Consent.withdrawn("one-click", List.of(topic), now));
      case 5 ->
          subscribers()
              .apply(
                  who.id(),
                  Consent.granted("preferences-page", List.of(topic), Language.UK, now)
                      .as(Consent.Action.RESTORED));
      case 6 -> subscribers().suppress(who.id(), "bounce", now);
      case 7 -> subscribers().lift(who.id(), "operator:eve", now);
      default -> {
        var other = address("other");
        var there = subscribers().ofAddress(other, Language.EN, now);
        subscribe(there, topic, Language.EN, now);
        subscribers().apply(there.id(), Consent.withdrawn("mailto", List.of(topic), now));
        subscribers().move(who.id(), other, now);
      }
    }
  }
}
