package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.links.ErasureLink;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.mailing.LinkMails;
import clipdesk.newsletters.subscriptions.ConfirmationLimits;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Mails with a link to be forgotten by, which only the owner of an address can press. Their limit
 * is their own: whoever asks is told that a link comes, whatever else was mailed to them.
 */
final class ErasureMails {
  private static final String KIND = "erasure";

  private final Subscribers subscribers;
  private final ConfirmationLimits limits;
  private final LinkSigner links;
  private final LinkMails mails;
  private final SingleMail single;
  private final NewslettersConfig config;
  private final InstantSource clock;

  /**
   * @param limits of these mails alone
   */
  ErasureMails(
      Subscribers subscribers,
      ConfirmationLimits limits,
      LinkSigner links,
      SingleMail single,
      NewslettersConfig config,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.limits = limits;
    this.links = links;
    this.mails = new LinkMails(config.senderName(), config.replyTo());
    this.single = single;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Mails it while it is good for anything, to whom mail goes, and not too often.
   *
   * @param until after which no slot is waited for
   */
  Mailed send(ErasureToMail message, Instant until) {
    var end = message.askedAt().plus(ErasureLink.LIFE);
    var who = subscribers.find(message.subscriberId());
    var email = who.flatMap(Subscriber::email);
    boolean late = !clock.instant().isBefore(end);
    if (email.isEmpty() || late || !who.get().status().equals(Standing.ACTIVE)) {
      return Mailed.DONE;
    }
    var language = who.get().language();
    var url = config.publicBaseUrl() + "/v1/p/" + ErasureLink.token(links, who.get().id(), end);
    var words = mails.erasure(language, url);
    return single.send(
        KIND,
        email.get(),
        () -> single.bytes(email.get(), language, words),
        new MailNote.Limited(limits, email.get()),
        until);
  }
}
