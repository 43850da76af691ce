package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;

/** What is known of mailboxes from mails that came back, without their addresses. */
public interface Mailboxes {
  /**
   * Counts a campaign that came back for now; twice of one campaign counts once.
   *
   * @return how many there were since one arrived
   */
  int slow(String subscriberId, String campaignId);

  /**
   * A campaign has arrived: earlier ones that came back count no more. Of one that was told a
   * moment ago that may be left to the next that arrives.
   */
  void works(String subscriberId);

  /** Whether the address must not be written to, whoever has it. */
  boolean refused(EmailAddress email);
}
