package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;

/**
 * What a campaign's mails came to since SES took one, counted by all its senders together. A
 * campaign that goes on after a pause begins anew.
 */
interface Setbacks {
  /** Why nothing came of a mail, as far as that may be everybody's. */
  enum Kind {
    /** Nobody knows whether SES took it. */
    UNKNOWN,
    /** It was refused, or never sent; so no answer before it counts as lost in a row. */
    REFUSED
  }

  /**
   * Counts one more.
   *
   * @return how many of this kind there are now; 0 for who still works on a campaign as it was
   *     before a pause
   */
  long add(Campaign campaign, Kind kind);

  /** SES answered, if not as wished: none is lost in a row. */
  void answered(Campaign campaign);

  /** SES took a mail: everything begins anew. */
  void over(Campaign campaign);
}
