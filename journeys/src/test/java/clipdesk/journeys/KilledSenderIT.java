package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever a killed sender was at is served by the next, and nobody twice (decision 0059). */
final class KilledSenderIT {
  private static final Stack STACK = Stack.deployed();
  private static final int PEOPLE = 100;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Within which its people are served. */
  private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

  @Test
  void peopleOfAKilledSenderGetOneMailEachOrAreListed() {
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
      var rows =
          Eventually.within(
              THREE_MINUTES,
              "a turn for everybody",
              () -> Optional.of(ledger.rows()).filter(KilledSenderIT::hadTheirTurn));
      System.out.printf(
          "%d of %d people were left; the last had their turn %d s after the kill%n",
          left.size(), PEOPLE, Duration.between(killed, lastOf(rows, left)).toSeconds());

      Eventually.within(THREE_MINUTES, "the end", () -> sent(editor, id));
      var parked = subscribers(ledger, it -> it.is("PARKED"));
      var counted = Counted.of(STACK, id, readership.addresses());
      assertThat(left).as("whom it was at").isNotEmpty();
      assertThat(rows).as("one for everybody").hasSize(PEOPLE);
      assertThat(counted.doubled()).isEmpty();
      assertThat(counted.strangers()).isEmpty();
      assertThat(ids(editor, counted.without()))
          .as("without a mail, and not listed")
          .isSubsetOf(parked);
    }
  }

  /** Once it has sent the first: each message is of few people, and others are under way. */
  private static void killAtWork(FunctionProcesses senders, Ledger ledger) {
    long deadline = System.nanoTime() + SOON.toNanos();
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
    try (var lambda = STACK.lambda()) {
      lambda.invoke(
          it -> it.functionName(STACK.output("StackName") + "-newsletters-tick").qualifier("live"));
    }
    return Optional.of(editor.api().get("/v1/editor/campaigns/" + id + "/report").expect(200))
        .filter(it -> it.text("state").equals("sent"));
  }

  private static Set<String> ids(Person editor, Set<String> addresses) {
    var ids = new HashSet<String>();
    for (var address : addresses) {
      ids.add(
          editor
              .api()
              .post("/v1/editor/subscriber-lookups", java.util.Map.of("email", address))
              .expect(200)
              .text("subscriberId"));
    }
    return ids;
  }
}
