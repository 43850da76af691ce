package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.links.Dates;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import clipdesk.newsletters.mailing.LinkMails;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.ConfirmationLimits;
import clipdesk.newsletters.subscriptions.Confirmations;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.Topics;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

/** Mails with a link to subscribe by, which only the owner of an address can press. */
final class ConfirmationMails {
  private static final String KIND = "confirm";

  private final Subscribers subscribers;
  private final Confirmations confirmations;
  private final ConfirmationLimits limits;
  private final ConfirmationLimits reminders;
  private final Mailboxes mailboxes;
  private final LinkSigner links;
  private final Topics topics;
  private final LinkMails mails;
  private final SingleMail single;
  private final NewslettersConfig config;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param limits of mails with a link
   * @param reminders of mails to who has what was asked for
   */
  ConfirmationMails(
      Subscribers subscribers,
      Confirmations confirmations,
      ConfirmationLimits limits,
      ConfirmationLimits reminders,
      Mailboxes mailboxes,
      LinkSigner links,
      Topics topics,
      SingleMail single,
      NewslettersConfig config) {
    this.subscribers = subscribers;
    this.confirmations = confirmations;
    this.limits = limits;
    this.reminders = reminders;
    this.mailboxes = mailboxes;
    this.links = links;
    this.topics = topics;
    this.mails = new LinkMails(config.senderName(), config.replyTo());
    this.single = single;
    this.config = config;
  }

  /**
   * Mails a link that leads to a page with one button, to whom it says something and not too often.
   *
   * @param until after which no slot is waited for
   */
  Mailed confirm(ConfirmationToMail message, Instant until) {
    var asked = asked(message);
    var known = subscribers.find(asked.email());
    if (mailboxes.refused(asked.email())) {
      return Mailed.DONE;
    }
    if (known.filter(it -> !it.status().equals(Standing.ACTIVE)).isPresent()) {
      return Mailed.DONE;
    }
    var served = known.filter(it -> hasAll(it, asked));
    return served.isPresent()
        ? send(asked.email(), () -> subscribed(asked, served.get()), reminders, until)
        : send(asked.email(), () -> mail(asked), limits, until);
  }

  private boolean hasAll(Subscriber person, Confirmation asked) {
    return !asked.topics().isEmpty()
        && subscribers.topicsOf(person.id()).containsAll(asked.topics());
  }

  private Mailed send(
      EmailAddress to, Supplier<byte[]> mail, ConfirmationLimits limit, Instant until) {
    return single.send(KIND, to, mail, new MailNote.Limited(limit, to), until);
  }

  private static Confirmation asked(ConfirmationToMail message) {
    return new Confirmation(
        new EmailAddress(message.email()),
        message.topics(),
        Language.ofTag(message.language()).orElse(Language.EN),
        message.textVersion(),
        message.askedAt());
  }

  /** What they get already, and where they change it: who asked again has lost that mail. */
  private byte[] subscribed(Confirmation asked, Subscriber known) {
    var token = UnsubscribeLink.token(links, known.id(), asked.topics().getFirst());
    var mail = mails.subscribed(known.language(), config.publicBaseUrl() + "/v1/p/" + token);
    return single.bytes(asked.email(), known.language(), mail);
  }

  private byte[] mail(Confirmation asked) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    confirmations.put(Sha256.hex(token), asked, asked.askedAt().plus(Confirmation.LIFE));
    var url = config.publicBaseUrl() + "/v1/subscriptions/confirmations/" + token;
    var language = asked.language();
    var mail =
        mails.confirmation(
            language,
            url,
            topics.names(asked.topics(), language),
            Dates.inWords(asked.askedAt(), language));
    return single.bytes(asked.email(), language, mail);
  }
}
