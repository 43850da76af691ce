package clipdesk.newsletters;

import clipdesk.common.aws.Environment;
import java.net.URI;

/** The configuration of this context's functions; each reads what it was given. */
public record NewslettersConfig(Environment environment) {
  public String table() {
    return environment.text("NEWSLETTERS_TABLE");
  }

  public String keyArn() {
    return environment.text("NEWSLETTERS_KEY_ARN");
  }

  public String offerKeyArn() {
    return environment.text("OFFER_KEY_ARN");
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

  public String from() {
    return environment.text("NEWSLETTER_FROM");
  }

  public String replyTo() {
    return environment.text("NEWSLETTER_REPLY_TO");
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

  /** Mails a second. */
  public double maxSendRate() {
    return Double.parseDouble(environment.text("SES_MAX_SEND_RATE", "1"));
  }
}
