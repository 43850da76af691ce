package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.links.Dates;
import clipdesk.newsletters.links.ErasureLink;
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
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;

/** Mails with a link that only the owner of an address can press: to subscribe, to be forgotten. */
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
  private final InstantSource clock;
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
      NewslettersConfig config,
      InstantSource clock) {
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
    this.clock = clock;
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

  /**
   * Mails the link by which somebody is forgotten.
   *
   * @param until after which no slot is waited for
   */
  Mailed erase(ErasureToMail message, Instant until) {
    var now = clock.instant();
    var end = message.askedAt().plus(ErasureLink.LIFE);
    var who = subscribers.find(message.subscriberId());
    var email = who.flatMap(Subscriber::email);
    boolean late = !now.isBefore(end);
    if (email.isEmpty() || late || !who.get().status().equals(Standing.ACTIVE)) {
      return Mailed.DONE;
    }
    var language = who.get().language();
    var url = config.publicBaseUrl() + "/v1/p/" + ErasureLink.token(links, who.get().id(), end);
    return send(
        email.get(),
        () -> single.bytes(email.get(), language, mails.erasure(language, url)),
        limits,
        until);
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
