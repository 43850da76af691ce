package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whoever a killed sender was at is served by the next, and nobody twice (decision 0059); about
 * whom nobody knows, an editor decides.
 */
final class KilledSenderIT {
  private static final Stack STACK = Stack.deployed();
  private static final int PEOPLE = 100;

  /** Of whom nobody can know: one for each decision, and one who waits for theirs. */
  private static final int LOST = 3;

  private static final Duration SOON = Duration.ofSeconds(60);

  /**
   * Within which planners are free of what others left them, and within which people are served.
   */
  private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

  @Test
  void peopleOfAKilledSenderGetOneMailEachOrAreListedAndDecidedAbout() {
    var senders = new FunctionProcesses(STACK, "newsletters-sender");
    var editor = Editors.join(STACK, "en");
    var readership = Readership.bring(STACK, editor, "killed", PEOPLE);
    var id = readership.campaign(editor, "Killed while it is sent");
    try (var dynamo = STACK.dynamo()) {
      var ledger = new Ledger(dynamo, STACK.output("NewslettersTable"), id);
      new Campaigns(editor).move(id, "sending").expect(202);

      killAtWork(senders, ledger);
      var killed = Instant.now();
      var left = subscribers(ledger, it -> !it.isClosed());
      var lost = endedBetweenClaimAndCall(ledger, killed);
      var rows =
          Eventually.within(
              THREE_MINUTES,
              "a turn for everybody",
              () -> Optional.of(ledger.rows()).filter(KilledSenderIT::hadTheirTurn));
      System.out.printf(
          "%d of %d people were left; the last had their turn %d s after the kill%n",
          left.size(), PEOPLE, Duration.between(killed, lastOf(rows, left)).toSeconds());

      Eventually.within(THREE_MINUTES, "the end", () -> sent(editor, id));
      var parked = parked(editor, id);
      var counted = Counted.of(STACK, id, readership.addresses());
      assertThat(left).as("whom it was at").isNotEmpty();
      assertThat(rows).as("one for everybody").hasSize(PEOPLE);
      assertThat(counted.doubled()).isEmpty();
      assertThat(counted.strangers()).isEmpty();
      var without = ids(editor, counted.without());
      assertThat(parked.keySet())
          .as("without a mail, and not listed")
          .containsAll(without.keySet())
          .containsAll(lost);
      decided(editor, id, lost, without);
    }
  }

  /** Chance may leave nobody there: so some whom the next sender is about to claim. */
  private static List<String> endedBetweenClaimAndCall(Ledger ledger, Instant at) {
    var lost = new ArrayList<String>();
    return Eventually.within(
        SOON,
        "people who wait",
        () -> {
          ledger.rows().stream()
              .filter(it -> it.is("PENDING"))
              .limit(LOST - lost.size())
              .filter(it -> ledger.claimedAt(it, at))
              .map(Ledger.Row::subscriber)
              .forEach(lost::add);
          return Optional.of(lost).filter(it -> it.size() == LOST);
        });
  }

  /** Once it has sent the first: each message is of few people, and others are under way. */
  private static void killAtWork(FunctionProcesses senders, Ledger ledger) {
    long deadline = System.nanoTime() + THREE_MINUTES.toNanos();
    // Without a pause: all of it takes a second.
    while (!isAtWork(ledger)) {
      assertThat(System.nanoTime()).as("a mail within its time").isLessThan(deadline);
    }
    assertThat(senders.kill()).as("senders").isPositive();
  }

  /** Bucket by bucket: all of them may take as long as the campaign. */
  private static boolean isAtWork(Ledger ledger) {
    return IntStream.range(0, Ledger.BUCKETS)
        .mapToObj(it -> ledger.rows(Ledger.bucket(it)))
        .anyMatch(rows -> rows.stream().anyMatch(it -> it.is("CLAIMED") || it.is("SENT")));
  }

  private static Set<String> subscribers(Ledger ledger, Predicate<Ledger.Row> which) {
    return ledger.rows().stream()
        .filter(which)
        .map(Ledger.Row::subscriber)
        .collect(Collectors.toSet());
  }

  private static boolean hadTheirTurn(List<Ledger.Row> rows) {
    return rows.size() == PEOPLE && rows.stream().noneMatch(it -> it.is("PENDING"));
  }

  private static Instant lastOf(List<Ledger.Row> rows, Set<String> left) {
    return rows.stream()
        .filter(it -> left.contains(it.subscriber()))
        .map(Ledger.Row::claimedAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** It would come by itself within a minute. */
  private static Optional<Answer> sent(Person editor, String id) {
    assertThat(new NewslettersTick(STACK).run()).isEmpty();
    return Optional.of(editor.api().get("/v1/editor/campaigns/" + id + "/report").expect(200))
        .filter(it -> it.text("state").equals("sent"));
  }

  private static Map<String, String> ids(Person editor, Set<String> addresses) {
    var ids = new HashMap<String, String>();
    for (var address : addresses) {
      var found =
          editor.api().post("/v1/editor/subscriber-lookups", Map.of("email", address)).expect(200);
      ids.put(found.text("subscriberId"), address);
    }
    return ids;
  }

  /** As they are listed, by their ids. */
  private static Map<String, Map<String, Object>> parked(Person editor, String id) {
    var path = new Campaigns(editor).path(id) + "/recipients?state=parked&limit=100";
    return editor.api().get(path).expect(200).objects("items").stream()
        .collect(Collectors.toMap(it -> String.valueOf(it.get("subscriberId")), it -> it));
  }

  /** One is to get it all the same, one is given up, and the third waits. */
  private static void decided(
      Person editor, String id, List<String> lost, Map<String, String> addresses) {
    var desk = new Campaigns(editor);
    assertThat(parked(editor, id).get(lost.getFirst()))
        .containsKey("recommendation")
        .extractingByKey("evidence", MAP)
        .containsOnlyKeys("neighbours", "withEvent")
        .extractingByKey("neighbours", INTEGER)
        .isPositive();

    var mailbox = new Mailbox(STACK, addresses.get(lost.getFirst()));
    decision(editor, id, lost.getFirst(), "resend").expect(200);
    var abandoned = decision(editor, id, lost.get(1), "abandon").expect(200);
    assertThat(abandoned.text("state")).isEqualTo("failed");
    assertThat(decision(editor, id, lost.get(1), "resend").expect(409).json())
        .containsEntry("from", "failed");

    mailbox.next("what was sent once more");
    assertThat(desk.csv(id, "failed"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith(lost.get(1) + ",failed,abandoned,");
    assertThat(desk.csv(id, "parked"))
        .anyMatch(it -> it.startsWith(lost.get(2) + ",parked,"))
        .noneMatch(it -> it.startsWith(lost.getFirst()) || it.contains("@"));
    Eventually.within(
        SOON,
        "a row that says so",
        () ->
            desk.csv(id, "sent").stream()
                .filter(it -> it.startsWith(lost.getFirst()) && it.contains(",resend,"))
                .findFirst());
  }

  private static Answer decision(Person editor, String id, String who, String decision) {
    return editor
        .api()
        .put(
            "%s/recipients/%s/decision".formatted(new Campaigns(editor).path(id), who),
            Map.of("decision", decision));
  }
}
