package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.LocalTable;
import clipdesk.common.digests.KeyRing;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.NewslettersTable;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoAddressKeysIT extends AddressKeysContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  @RegisterExtension static final LocalTable TABLE = NewslettersTable.local();

  private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");
  private final Keyed old = ring("\"k1\":\"known\"");
  private final Keyed both = ring("\"k1\":\"known\",\"k2\":\"new\"");
  private final Keyed alone = ring("\"k2\":\"new\"");

  private static Keyed ring(String keys) {
    return new Keyed(() -> KeyRing.of("{" + keys + "}"));
  }

  private DynamoSubscribers under(Keyed keyed) {
    return new DynamoSubscribers(TABLE.dynamo(), TABLE.name(), keyed);
  }

  private DynamoAddressKeys keys(DynamoDbClient dynamo) {
    return new DynamoAddressKeys(dynamo, TABLE.name(), both);
  }

  @Override
  AddressKeys keys() {
    return keys(TABLE.dynamo());
  }

  @Override
  String someoneUnderAnOlderKey() {
    var someone = new EmailAddress(UUID.randomUUID() + "@press.example");
    return under(old).ofAddress(someone, Language.FR, NOW).id();
  }

  @Override
  void suppressAnUnknownAddress() {
    under(old).suppressAddress("a1b2", "bounce", NOW);
  }

  @Test
  void movedAddressIsFoundWithoutTheOlderKey() {
    var ada = ada();
    under(old).apply(ada.id(), Consent.granted("account-page", List.of("press"), Language.FR, NOW));

    keys().rekey(ada.id());

    assertThat(ada(alone)).isEqualTo(ada);
    assertThat(under(alone).topicsOf(ada.id())).containsExactly("press");
    under(alone).suppress(ada.id(), "complaint", NOW);
    under(alone).erase(ada.id(), "account-page", NOW);
    under(alone).release(ada.id());
    assertThat(ada(alone).status()).as("all of it goes by the new key").isEqualTo("suppressed");
  }

  /** Of somebody who is known again: their address can be written under another key. */
  @Test
  void suppressionOfWhoWasErasedComesAlong() {
    var ada = ada();
    under(old).suppress(ada.id(), "complaint", NOW);
    under(old).erase(ada.id(), "account-page", NOW);
    under(old).release(ada.id());
    var anew = ada(both);

    keys().rekey(anew.id());

    assertThat(mailboxes(alone).refused(email)).isTrue();
    under(alone).lift(anew.id(), "operator:eve", NOW);
    assertThat(mailboxes(both).refused(email)).as("and nothing of it stays behind").isFalse();
  }

  @Test
  void erasedPersonIsNotMoved() {
    var ada = ada();
    under(old).erase(ada.id(), "account-page", NOW);

    assertThat(keys().rekey(ada.id())).isFalse();

    under(old).release(ada.id());
    assertThat(ada(both).id()).isNotEqualTo(ada.id());
  }

  /** Before and after each call that a move makes. */
  @Test
  void moveThatIsKilledAnywhereIsFinishedByTheNextAndLosesNobodyMeanwhile() {
    for (int call = 1; ; call++) {
      var ada = ada();
      under(old).suppress(ada.id(), "bounce", NOW);
      var mortal = new MortalDynamo(TABLE.dynamo(), call);
      if (survives(mortal, ada)) {
        assertThat(call).as("several calls were cut off").isGreaterThan(3);
        return;
      }
      assertThat(ada(both).id()).as("killed at %s", mortal.last()).isEqualTo(ada.id());
      assertThat(mailboxes(both).refused(email)).as("killed at %s", mortal.last()).isTrue();

      keys().rekey(ada.id());

      assertThat(ada(alone).id()).as("killed at %s", mortal.last()).isEqualTo(ada.id());
      assertThat(mailboxes(alone).refused(email)).isTrue();
      assertThat(under(old).find(email)).as("nothing stays under the old key").isEmpty();
      under(alone).erase(ada.id(), "account-page", NOW);
      under(alone).lift(ada.id(), "operator:eve", NOW);
      under(alone).release(ada.id());
    }
  }

  private boolean survives(MortalDynamo mortal, Subscriber who) {
    try {
      keys(mortal.client()).rekey(who.id());
      return true;
    } catch (MortalDynamo.Killed e) {
      return false;
    }
  }

  /** A look at an address takes as long as it takes; the move falls into the middle of it. */
  @Test
  void addressIsFoundByWhoeverLooksWhileItIsMoved() {
    var ada = ada();
    under(old).suppress(ada.id(), "bounce", NOW);
    var slow = new MortalDynamo(TABLE.dynamo(), () -> keys().rekey(ada.id()));
    var looking = new DynamoMailboxes(slow.client(), TABLE.name(), both);

    assertThat(looking.refused(email)).isTrue();
    assertThat(keys().rekey(ada.id())).as("it was moved meanwhile").isFalse();
  }

  @Test
  void addressHasOneSubscriberAlsoIfTenAskWhileItIsMoved() throws Exception {
    var ada = ada();
    try (var pool = Executors.newFixedThreadPool(11)) {
      var moved = pool.submit(() -> keys().rekey(ada.id()));
      var ids =
          pool.invokeAll(Collections.nCopies(10, () -> ada(both).id())).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();
      assertThat(ids).containsExactly(ada.id());
      assertThat(moved.get()).isTrue();
    }
  }

  private Subscriber ada() {
    return ada(old);
  }

  private Subscriber ada(Keyed keyed) {
    return under(keyed).ofAddress(email, Language.FR, NOW);
  }

  private DynamoMailboxes mailboxes(Keyed keyed) {
    return new DynamoMailboxes(TABLE.dynamo(), TABLE.name(), keyed);
  }
}
