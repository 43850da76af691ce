package clipdesk.newsletters.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.QueueCalls;
import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.Consent.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list does to those who stand in it. */
final class ImportFunctionTest extends TransferCalls {
  @Test
  void dryRunCountsAndChangesNothing() throws IOException {
    var on = subscribed("on@press.example");
    var off = subscribed("off@press.example");
    subscribers.unsubscribe(off, TOPIC, "one-click", clock.instant());
    subscribers.suppress(subscribed("bad@press.example"), "bounce", clock.instant());
    int before = subscribers.consents().size();

    var id =
        put(
            "refuse",
            """
            on@press.example,uk,
            off@press.example,uk,
            bad@press.example,uk,
            new@press.example,uk,
            =1@press.example,uk,
            """
                    .replace(",\n", "," + PROOF)
                + "unproven@press.example,uk,,,,,\n");

    assertThat(read(id)).containsEntry("state", "checked");
    assertThat(counts(id, "checked"))
        .isEqualTo("lines=6 new=1 alreadyOn=1 withdrawn=1 suppressed=1 malformed=1 withoutProof=1");
    assertThat(read(id).get("problems").toString())
        .contains("line=3, verdict=withdrawn", "line=4, verdict=suppressed")
        .contains("line=6, verdict=malformed, column=email, code=formula")
        .contains("line=7, verdict=withoutProof")
        .doesNotContain("press.example");
    assertThat(subscribers.consents()).hasSize(before);
    assertThat(subscribers.find(new EmailAddress("new@press.example"))).isEmpty();
    assertThat(subscribers.topicsOf(on)).containsExactly(TOPIC);
  }

  @Test
  void applyingSubscribesWithACompleteRecordAndTwiceChangesNothing() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);

    assertThat(apply(id).getStatusCode()).isEqualTo(202);
    world.work();

    assertThat(read(id)).containsEntry("state", "applied");
    var who = subscribers.find(new EmailAddress("new@press.example")).orElseThrow();
    assertThat(who.language()).isEqualTo(Language.UK);
    assertThat(subscribers.topicsOf(who.id())).containsExactly(TOPIC);
    var records = subscribers.consents(who.id(), Optional.empty(), 9).consents();
    assertThat(records)
        .extracting(Consent::action)
        .containsExactly(Action.CONFIRMED, Action.GRANTED);
    assertThat(records.getLast().at()).isEqualTo("2024-05-01T00:00:00Z");
    assertThat(records.getLast().proof()).contains("fair: card 7");
    assertThat(records.getLast().shown().orElseThrow().language()).isEqualTo(Language.UK);
    assertThat(records.getFirst().proof()).contains("import:" + id + " line 2");
    assertThat(subscribers.members(TOPIC).get(who.id()))
        .as("not of an audience that was fixed before")
        .isEqualTo(records.getFirst().at())
        .isAfter("2026-01-01T00:00:00Z");

    var again = put("refuse", "new@press.example,uk," + PROOF, "another-key-of-spring");
    apply(again);
    world.work();
    assertThat(counts(again, "applied")).startsWith("lines=1 new=0 alreadyOn=1");
    assertThat(subscribers.consents(who.id(), Optional.empty(), 9).consents()).isEqualTo(records);
  }

  @Test
  void whatSomebodySaidThemselvesStaysAsTheySaidIt() throws IOException {
    var left = subscribed("left@press.example");
    subscribers.unsubscribe(left, TOPIC, "one-click", clock.instant());
    var some = subscribed("some@press.example");
    var gone = subscribed("gone@press.example");
    subscribers.erase(gone, "preferences-page", clock.instant());

    apply(
        put(
            "refuse",
            """
            left@press.example,fr,announcements press-briefings,
            some@press.example,fr,announcements press-briefings,
            gone@press.example,fr,announcements,
            """
                .replace(",\n", PROOF)));
    subscribers.unsubscribe(some, TOPIC, "one-click", clock.instant());
    world.work();

    assertThat(subscribers.topicsOf(left)).as("left everything").isEmpty();
    assertThat(subscribers.topicsOf(some)).as("left between dry run and import").isEmpty();
    assertThat(subscribers.find(some).orElseThrow().language()).isEqualTo(Language.UK);
    assertThat(subscribers.find(new EmailAddress("gone@press.example")))
        .as("nobody knows them any more")
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"ask, 1", "refuse, 0"})
  void whoHasNoProofIsAskedOrLeftAlone(String withoutProof, int asked) throws IOException {
    apply(put(withoutProof, "new@press.example,uk,,2024-05-01,fair,,card 7\n"));
    world.work();

    assertThat(outgoing.asked()).hasSize(asked);
    assertThat(outgoing.asked()).allSatisfy(it -> assertThat(it.topics()).containsExactly(TOPIC));
    assertThat(subscribers.find(new EmailAddress("new@press.example"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void importThatIsStoppedAnywhereComesToTheSame(int changes) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 1200; i++) {
      lines.append("p%d@press.example,uk,".formatted(i)).append(PROOF);
    }
    var id = put("refuse", lines.toString());
    apply(id);
    imports.stopAfter(changes);

    assertThat(world.failures(message(id))).as("comes again").containsExactly("m-0");
    assertThat(world.failures(message(id))).isEmpty();

    assertThat(counts(id, "applied")).startsWith("lines=1200 new=1200 alreadyOn=0");
    assertThat(read(id)).containsEntry("state", "applied");
    assertThat(subscribers.consents()).hasSize(2 * 1200);
  }

  @Test
  void importWithoutTimeLeavesWordForTheNext() throws IOException {
    var id = put("refuse", "new@press.example,uk," + PROOF);
    apply(id);

    assertThat(
            QueueCalls.failures(
                world.handler, QueueCalls.batch(message(id)), Duration.ofSeconds(60)))
        .isEmpty();
    assertThat(read(id)).containsEntry("state", "applying");
    world.work();
    assertThat(read(id)).containsEntry("state", "applied");
  }
}
