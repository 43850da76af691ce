package clipdesk.accounts;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The clients of the function, and names of the template for what they ask about. */
public final class WireClients {
  public static final AccountsConfig CONFIG =
      new AccountsConfig(
          "Accounts",
          "UserPool",
          "UserPoolClient",
          "clipdesk/user",
          "https://clipdesk.example",
          URI.create("https://api.clipdesk.example"),
          "2026-01",
          "accounts@clipdesk.example",
          "Council",
          "OfferKey",
          "AccountsKey",
          Optional.of("EdgeKey"),
          "AccountEvents",
          Duration.ofMillis(1500),
          Duration.ofMillis(800),
          /* mailsPerHourAndIp= */ 20,
          /* failedSignInsPerHourAndIp= */ 100);

  private WireClients() {}

  public static CognitoIdentityProviderClient cognito() {
    return new AccountsWiring().cognito();
  }

  public static DynamoDbClient dynamo() {
    return new AccountsWiring().dynamo();
  }

  public static SesClient ses() {
    return new AccountsWiring().ses();
  }

  public static SnsClient sns() {
    return new AccountsWiring().sns();
  }
}
