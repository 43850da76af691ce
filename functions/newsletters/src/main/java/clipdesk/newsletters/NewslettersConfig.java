package clipdesk.newsletters;

import clipdesk.common.aws.Environment;
import clipdesk.common.limits.SlidingLimits;
import clipdesk.common.limits.SlidingLimits.Allowance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The configuration of this context's functions; each reads what it was given. */
public record NewslettersConfig(Environment environment) {
  /** The time of the function that mails, and what clocks differ by. */
  private static final Duration LATEST_MAIL = Duration.ofSeconds(60 + 5);

  public String table() {
    return environment.text("NEWSLETTERS_TABLE");
  }

  /** Keys addresses, and signs cursors. */
  public String keyArn() {
    return environment.text("NEWSLETTERS_KEY_ARN");
  }

  /** Signs links in mails. */
  public String linkKeysArn() {
    return environment.text("LINKS_KEY_ARN");
  }

  public String offerKeyArn() {
    return environment.text("OFFER_KEY_ARN");
  }

  /** Empty where no distribution stands in front of the gateway. */
  public Optional<String> edgeKeyArn() {
    return environment.optionalText("EDGE_KEY_ARN");
  }

  public String plansQueue() {
    return environment.text("PLANS_QUEUE_URL");
  }

  public String sendsQueue() {
    return environment.text("SENDS_QUEUE_URL");
  }

  public String mailsQueue() {
    return environment.text("MAILS_QUEUE_URL");
  }

  /** Where lists of subscribers come in and go out. */
  public String listsBucket() {
    return environment.text("LISTS_BUCKET");
  }

  public String listWorkQueue() {
    return environment.text("LIST_WORK_QUEUE_URL");
  }

  /** From whom newsletters come. */
  public String senderAddress() {
    return environment.text("NEWSLETTER_FROM");
  }

  /** Who sends, as the pages behind links say it. */
  public String senderName() {
    return environment.text("NEWSLETTER_NAME");
  }

  public String replyTo() {
    return environment.text("NEWSLETTER_REPLY_TO");
  }

  /** Where mails are taken that leave a list; empty where none are. */
  public Optional<String> unsubscribeAddress() {
    return environment.optionalText("UNSUBSCRIBE_ADDRESS");
  }

  public String configurationSet() {
    return environment.text("SES_CONFIGURATION_SET");
  }

  public URI publicBaseUrl() {
    return environment.address("PUBLIC_BASE_URL");
  }

  public String webOrigin() {
    return environment.text("WEB_ORIGIN");
  }

  public String clientId() {
    return environment.text("USER_POOL_CLIENT_ID");
  }

  public String apiScope() {
    return environment.text("API_SCOPE");
  }

  /** How often one network may use the form. */
  public long subscriptionsPerHourAndIp() {
    return environment.number("SUBSCRIPTIONS_PER_HOUR_AND_IP");
  }

  /**
   * How many confirmations one address gets, and how many links to be forgotten by. What passes may
   * be mailed for as long as its function lives, and by a clock that is ahead: the next waits for
   * so long besides.
   */
  public SlidingLimits confirmationsOfAnAddress() {
    return SlidingLimits.of(
        new Allowance(
            "cool-down",
            1,
            Duration.ofMinutes(environment.number("CONFIRMATION_PAUSE_MINUTES")).plus(LATEST_MAIL)),
        new Allowance(
            "daily",
            Math.toIntExact(environment.number("CONFIRMATIONS_PER_DAY")),
            Duration.ofDays(1)));
  }

  /** How long a claim of a mail waits for an event of SES before a person has to decide. */
  public Duration wordOfSes() {
    return Duration.ofSeconds(environment.number("PARK_AFTER_SECONDS"));
  }

  /** Whether a parked mail goes once more without a person, once enough speaks for it. */
  public boolean resendsOnEvidence() {
    return environment.text("PARKED_MAILS").equals("resend-on-evidence");
  }

  /** Mails a second; empty leaves it to the account's own quota. */
  public OptionalDouble maxMailsPerSecond() {
    return optional("SES_MAX_SEND_RATE");
  }

  /** What part of that rate newsletters take, with their confirmations; codes take the rest. */
  public double campaignShare() {
    return environment.number("CAMPAIGN_SHARE") / 100.0;
  }

  /** Mails in 24 hours; empty leaves it to the account's own quota. */
  public OptionalDouble maxMailsPerDay() {
    return optional("SES_MAX_24H");
  }

  private OptionalDouble optional(String name) {
    return environment.optionalText(name).stream().mapToDouble(Double::parseDouble).findFirst();
  }
}
