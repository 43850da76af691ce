package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
  private static final Duration LONGER_THAN_A_TOKEN_LIVES = Duration.ofHours(25);

  @Test
  void idTokenIsNoAccessToken() {
    var person = Person.named(STACK, "id-token", "en");
    person.join();
    person.api().get("/v1/me").expect(200);

    assertUnauthenticated(Api.of(STACK).signedIn(idToken(person)).get("/v1/me"));
  }

  @Test
  void expiredTokenIsUnauthenticated() throws Exception {
    assumeThat(STACK.endpoint()).as("only an emulated pool lets its clock be moved").isPresent();
    var person = Person.named(STACK, "expired", "en");
    person.join();
    movePoolClock(LONGER_THAN_A_TOKEN_LIVES.negated());
    try {
      person.signIn(Person.PASSWORD).expect(201);
    } finally {
      movePoolClock(Duration.ZERO);
    }

    assertUnauthenticated(person.api().get("/v1/me"));
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

  private static void movePoolClock(Duration offset) throws IOException, InterruptedException {
    var body = "{\"offsetSeconds\": %d}".formatted(offset.toSeconds());
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      STACK.endpoint().orElseThrow().resolve("/_aws/cognito-idp/clock"))
                  .PUT(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }
}
