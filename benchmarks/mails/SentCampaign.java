package clipdesk.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A campaign that was sent, by its ledger.
 *
 * @param rows all closed
 */
record SentCampaign(String id, List<Ledger.Row> rows) {
  static final Duration PATIENCE = Duration.ofMinutes(40);

  /**
   * Of one that was started: waits until everybody is planned, and bucket by bucket for the rest.
   */
  static SentCampaign awaited(String id, Ledger ledger) {
    Eventually.within(PATIENCE, "a plan", () -> Optional.of(id).filter(_ -> ledger.isPlanned()));
    var rows =
        IntStream.range(0, Ledger.BUCKETS)
            .mapToObj(Ledger::bucket)
            .flatMap(it -> closed(ledger, it).stream())
            .toList();
    return new SentCampaign(id, rows);
  }

  private static List<Ledger.Row> closed(Ledger ledger, String bucket) {
    return Eventually.within(
        PATIENCE,
        "the mails of bucket " + bucket,
        () ->
            Optional.of(ledger.rows(bucket))
                .filter(it -> it.stream().allMatch(Ledger.Row::isClosed)));
  }

  long sent() {
    return rows.stream().filter(it -> it.is("SENT")).count();
  }

  /** From the first mail to the last. */
  double mailsPerSecond() {
    var instants =
        rows.stream().filter(it -> it.is("SENT")).map(Ledger.Row::claimedAt).sorted().toList();
    return (instants.size() - 1) / seconds(instants.getFirst(), instants.getLast());
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
