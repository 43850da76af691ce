package clipdesk.newsletters.sending;

/** What SES says of the whole account. */
interface AccountQuota {
  Figures read();

  /**
   * At one moment.
   *
   * @param mailsPerSecond how fast it takes mails
   * @param mailsPerDay in any 24 hours; negative for no limit
   * @param mailsLastDay that the account has sent, codes and notices among them
   */
  record Figures(double mailsPerSecond, double mailsPerDay, double mailsLastDay) {}
}
