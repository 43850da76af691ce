package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/** Tokens that are genuine, and yet not what a caller must bring. */
final class TokensIT {
  private static final Stack STACK = Stack.deployed();
  private static final Duration A_LIFE = Duration.ofMinutes(15);

  /** Half a minute is left for the test itself. */
  private static final Duration ALMOST_A_LIFE = Duration.ofMinutes(14).plusSeconds(30);

  @Test
  void idTokenIsNoAccessToken() {
    var person = Person.named(STACK, "id-token", "en");
    person.join();
    person.api().get("/v1/me").expect(200);

    assertUnauthenticated(Api.of(STACK).signedIn(idToken(person)).get("/v1/me"));
  }

  @Test
  void tokenOfFifteenMinutesIsExpired() {
    var clock = new PoolClock(STACK);
    var person = Person.named(STACK, "expired", "en");
    person.join();

    assertThat(clock.later(ALMOST_A_LIFE, () -> person.api().get("/v1/me")).status())
        .isEqualTo(200);
    assertUnauthenticated(clock.later(A_LIFE, () -> person.api().get("/v1/me")));
  }

  private static void assertUnauthenticated(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("type")).endsWith("unauthenticated");
  }

  private static String idToken(Person person) {
    var pool = STACK.output("UserPoolId");
    var client = STACK.output("UserPoolClientId");
    try (var cognito = STACK.cognito()) {
      var secret =
          cognito
              .describeUserPoolClient(request -> request.userPoolId(pool).clientId(client))
              .userPoolClient()
              .clientSecret();
      return cognito
          .adminInitiateAuth(
              request ->
                  request
                      .userPoolId(pool)
                      .clientId(client)
                      .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                      .authParameters(
                          Map.of(
                              "USERNAME", person.address(),
                              "PASSWORD", Person.PASSWORD,
                              "SECRET_HASH", secretHash(secret, person.address() + client))))
          .authenticationResult()
          .idToken();
    }
  }

  private static String secretHash(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is in every Java platform", e);
    }
  }
}
