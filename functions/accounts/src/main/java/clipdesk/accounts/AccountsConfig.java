package clipdesk.accounts;

import clipdesk.common.aws.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of the API function, read once at start.
 *
 * @param edgeKeyArn empty where no distribution stands in front of the gateway
 */
public record AccountsConfig(
    String table,
    String userPoolId,
    String clientId,
    String apiScope,
    String webOrigin,
    URI publicBaseUrl,
    String termsVersion,
    String mailFrom,
    String senderName,
    String offerKeyArn,
    String accountsKeyArn,
    Optional<String> edgeKeyArn,
    String accountEventsTopicArn,
    Duration slowFloor,
    Duration fastFloor,
    long mailsPerHourAndIp,
    long failedSignInsPerHourAndIp) {

  static AccountsConfig of(Environment environment) {
    return new AccountsConfig(
        environment.text("ACCOUNTS_TABLE"),
        environment.text("USER_POOL_ID"),
        environment.text("USER_POOL_CLIENT_ID"),
        environment.text("API_SCOPE"),
        environment.text("WEB_ORIGIN"),
        environment.address("PUBLIC_BASE_URL"),
        environment.text("TERMS_VERSION"),
        environment.text("MAIL_FROM"),
        environment.text("SENDER_NAME"),
        environment.text("OFFER_KEY_ARN"),
        environment.text("ACCOUNTS_KEY_ARN"),
        environment.optionalText("EDGE_KEY_ARN"),
        environment.text("ACCOUNT_EVENTS_TOPIC_ARN"),
        Duration.ofMillis(environment.number("ANSWER_FLOOR_SLOW_MS")),
        Duration.ofMillis(environment.number("ANSWER_FLOOR_FAST_MS")),
        environment.number("MAILS_PER_HOUR_AND_IP"),
        environment.number("FAILED_SIGN_INS_PER_HOUR_AND_IP"));
  }
}
