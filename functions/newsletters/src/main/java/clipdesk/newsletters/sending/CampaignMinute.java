package clipdesk.newsletters.sending;

import clipdesk.common.logging.EmfCount;
import clipdesk.newsletters.deliveries.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a campaign that is being sent went since the look before.
 *
 * @param accountPerSecond mails that the account may send
 * @param sharing how many campaigns are being sent, which take turns
 * @param perSecond rows that senders were done with
 * @param closed rows by what became of them, as far as they are counted
 */
record CampaignMinute(
    String campaignId,
    double accountPerSecond,
    int sharing,
    double perSecond,
    Tally closed,
    OpenRows.Seen seen) {
  /** Fewer rows may all be in senders' hands, or behind a mail that is tried again. */
  static final int ENOUGH = 500;

  /**
   * Prints it on one line, which CloudWatch reads as metrics. What part of the planned rate it is,
   * the line says where that tells something: enough rows wait, of those that were seen.
   *
   * @param campaignShare what part of the account's rate campaigns take
   */
  void print(double campaignShare) {
    double planned = accountPerSecond * campaignShare / sharing;
    var units = new TreeMap<>(Map.of("MailsPerSecond", "Count/Second"));
    var members = new TreeMap<String, Object>();
    members.put("campaign", campaignId);
    members.put("plannedPerSecond", planned);
    members.put("MailsPerSecond", perSecond);
    members.put("sent", closed.sent());
    members.put("failed", closed.failed());
    members.put("skipped", closed.skipped());
    members.put("pending", seen.pending());
    members.put("claimed", seen.claimed());
    members.put("parkedNow", seen.parked());
    members.put("allSeen", seen.all());
    if (seen.pending() >= ENOUGH && planned > 0) {
      units.put("PercentOfPlannedRate", "Percent");
      members.put("PercentOfPlannedRate", 100 * perSecond / planned);
    }
    EmfCount.printLine(units, members);
  }
}
