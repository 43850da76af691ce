package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.links.ErasureLink;
import clipdesk.newsletters.links.LinkSigner;
import clipdesk.newsletters.links.UnsubscribeLink;
import clipdesk.newsletters.mailing.Letter;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.ConfirmationLimits;
import clipdesk.newsletters.subscriptions.Confirmations;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Confirmations and test sends. */
final class SingleMails {
  private final Campaigns campaigns;
  private final Subscribers subscribers;
  private final Confirmations confirmations;
  private final ConfirmationLimits limits;
  private final ConfirmationLimits reminders;
  private final LinkSigner links;
  private final Mailboxes mailboxes;
  private final Keyed keyed;
  private final Mailer mailer;
  private final SendQuota quota;
  private final Pace pace;
  private final NewslettersConfig config;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SingleMails(
      Campaigns campaigns,
      Subscribers subscribers,
      Confirmations confirmations,
      ConfirmationLimits limits,
      ConfirmationLimits reminders,
      LinkSigner links,
      Mailboxes mailboxes,
      Keyed keyed,
      Mailer mailer,
      SendQuota quota,
      Pace pace,
      NewslettersConfig config,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.subscribers = subscribers;
    this.confirmations = confirmations;
    this.limits = limits;
    this.reminders = reminders;
    this.links = links;
    this.mailboxes = mailboxes;
    this.keyed = keyed;
    this.mailer = mailer;
    this.quota = quota;
    this.pace = pace;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Mails a link that leads to a page with one button, to whom it says something and not too often.
   *
   * @return false if no more mails may be sent today
   */
  boolean confirm(ConfirmationToMail message) {
    var asked = asked(message);
    var now = clock.instant();
    var known = subscribers.find(asked.email());
    if (mailboxes.refused(asked.email())) {
      return true;
    }
    if (known.filter(it -> !it.status().equals(Standing.ACTIVE)).isPresent()) {
      return true;
    }
    var on = known.map(it -> subscribers.topicsOf(it.id())).orElse(List.of());
    boolean all = on.containsAll(asked.topics());
    if (quota.usedUp()) {
      return false;
    }
    return all
        ? limited(asked.email(), now, reminders, () -> subscribed(asked, known.orElseThrow()))
        : limited(asked.email(), now, limits, () -> mail(asked));
  }

  private boolean limited(
      EmailAddress email, Instant now, ConfirmationLimits limit, Supplier<Outcome> mail) {
    if (!limit.pass(email, now)) {
      return true;
    }
    var outcome = mail.get();
    switch (outcome) {
      case Outcome.Accepted _, Outcome.Unknown _ -> {
        // Nobody knows of the second: whoever got none asks again.
      }
      case Outcome.OverQuota _,
          Outcome.Throttled _,
          Outcome.SenderRefused _,
          Outcome.NeverSent _,
          Outcome.Rejected _ ->
          limit.giveBack(email, now);
    }
    return settled(outcome);
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
  private Outcome subscribed(Confirmation asked, Subscriber known) {
    var token = UnsubscribeLink.token(links, known.id(), asked.topics().getFirst());
    return send(
        Letter.subscribed(known.language(), config.publicBaseUrl() + "/v1/p/" + token),
        "",
        asked.email(),
        known.language(),
        tags("confirm", asked.email()));
  }

  /**
   * Mails the link by which somebody is forgotten.
   *
   * @return false if no more mails may be sent today
   */
  boolean erase(ErasureToMail message) {
    var now = clock.instant();
    var end = message.askedAt().plus(ErasureLink.LIFE);
    var who = subscribers.find(message.subscriberId());
    var email = who.flatMap(Subscriber::email);
    boolean late = !now.isBefore(end);
    if (email.isEmpty() || late || !who.get().status().equals(Standing.ACTIVE)) {
      return true;
    }
    if (quota.usedUp()) {
      return false;
    }
    var url = config.publicBaseUrl() + "/v1/p/" + ErasureLink.token(links, who.get().id(), end);
    return limited(
        email.get(),
        now,
        limits,
        () ->
            send(
                Letter.erasure(who.get().language(), url),
                "",
                email.get(),
                who.get().language(),
                tags("confirm", email.get())));
  }

  private Outcome mail(Confirmation asked) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    confirmations.put(Sha256.hex(token), asked, asked.askedAt().plus(Confirmation.LIFE));
    var url = config.publicBaseUrl() + "/v1/subscriptions/confirmations/" + token;
    return send(
        Letter.confirmation(asked.language(), url),
        "",
        asked.email(),
        asked.language(),
        tags("confirm", asked.email()));
  }

  /**
   * Mails a revision to its editor; all three languages make it a tested one.
   *
   * @return false if no more mails may be sent today
   */
  boolean test(TestToMail message) {
    var campaign = campaigns.expect(message.campaignId());
    long revision = message.revision();
    if (campaign.filter(it -> it.revision() == revision).isEmpty()) {
      return true;
    }
    var languages = message.languages();
    var to = new EmailAddress(message.to());
    if (quota.usedUp()) {
      return false;
    }
    var content = campaigns.content(message.campaignId()).orElseThrow();
    for (var tag : languages) {
      var language = Language.ofTag(tag).orElse(Language.EN);
      var letter = content.letter(language).withLink(config.webOrigin());
      if (!settled(send(letter, "[TEST] ", to, language, tags("test", to)))) {
        return false;
      }
    }
    if (Set.copyOf(languages).size() == Language.values().length) {
      campaigns.tested(campaign.get().id(), revision);
    }
    return true;
  }

  private Outcome send(
      Letter letter, String prefix, EmailAddress to, Language language, Map<String, String> tags) {
    var mail =
        new MimeMail(
            config.from(),
            to,
            prefix + letter.subject(),
            letter.text(),
            letter.html(),
            language,
            Map.of("Reply-To", config.replyTo()));
    byte[] bytes = mail.bytes();
    // Of the same bucket as campaigns: together they keep the rate.
    pace.await(pace.reserve(1));
    return mailer.send(to, bytes, tags);
  }

  /** The address as a hash: what comes back must find it, and nobody else shall. */
  private Map<String, String> tags(String kind, EmailAddress to) {
    return Map.of("kind", kind, "address", keyed.address(to));
  }

  /** False if SES takes no more today; what it does not take for another reason comes again. */
  private boolean settled(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> {
        quota.sent();
        yield true;
      }
      case Outcome.Unknown _ -> true;
      case Outcome.OverQuota _ -> {
        quota.refused();
        yield false;
      }
      case Outcome.Throttled _, Outcome.SenderRefused _, Outcome.NeverSent _, Outcome.Rejected _ ->
          throw new IllegalStateException("The mail was not taken: " + outcome);
    };
  }
}
