package clipdesk.newsletters.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a campaign adds up to, at the same cost however many rows it has. */
public interface CampaignCounts {
  /** Of the rows that were counted, by bucket. */
  Map<String, Tally> tallies(String campaignId);

  /** Of all of them together. */
  default Tally total(String campaignId) {
    return tallies(campaignId).values().stream().reduce(Tally.none(), Tally::plus);
  }

  /** Of the neighbours of a row that was claimed then, as far as they were counted. */
  Evidence evidence(String campaignId, Instant claimedAt);

  /** Rows of which SES took more than one mail. */
  List<Duplicate> duplicates(String campaignId);

  /**
   * @param messageIds under which SES took its mails, besides the one that the row names
   */
  record Duplicate(String subscriberId, List<String> messageIds, Instant at) {}

  /** Adds rows that a sender was done with, whatever became of them; a crash may lose some. */
  void addDone(String campaignId, long rows);

  /** How many these are, without waiting for the tick to count them. */
  long done(String campaignId);

  /** How it went the last time that somebody looked; empty before. */
  Optional<Pulse> pulse(String campaignId);

  void beat(String campaignId, Pulse pulse);

  /**
   * @param done how many rows senders were done with by then
   * @param claimed how many were claimed
   * @param perMinute how many these were a minute since the look before
   * @param mailsPerSecond that the account may send
   * @param told what its starter has been told, of what is still so
   * @param judged what was counted when it was last paused for its reputation
   */
  record Pulse(
      Instant at,
      long done,
      long claimed,
      long perMinute,
      double mailsPerSecond,
      Set<String> told,
      Tally judged) {
    public Pulse {
      told = Set.copyOf(told);
    }
  }
}
