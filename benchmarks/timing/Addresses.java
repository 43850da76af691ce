import clipdesk.common.aws.AwsClients;
import clipdesk.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Addresses and what is with them, made past the API. */
final class Addresses implements AutoCloseable {
  private static final String POOL = System.getenv("USER_POOL_ID");
  private static final Pattern CODE = Pattern.compile(">([0-9]{6})<");

  private final CognitoIdentityProviderClient cognito =
      AwsClients.client(CognitoIdentityProviderClient.builder());
  private final DynamoDbClient dynamo = AwsClients.client(DynamoDbClient.builder());
  private final HttpClient http = HttpClient.newHttpClient();
  private final String password;

  Addresses(String password) {
    this.password = password;
  }

  String fresh() {
    return "t" + UUID.randomUUID() + "@timing.example";
  }

  /** As if the code had been typed. */
  void confirm(String email) {
    var verified = AttributeType.builder().name("email_verified").value("true").build();
    cognito.adminUpdateUserAttributes(
        update -> update.userPoolId(POOL).username(email).userAttributes(verified));
    cognito.adminSetUserPassword(
        set -> set.userPoolId(POOL).username(email).password(password).permanent(true));
  }

  /** The code that was mailed last; its mail is there before the answer is. */
  String code(String email) {
    var url = URI.create(System.getenv("AWS_ENDPOINT_URL") + "/_aws/ses");
    try {
      var mails = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
      var code = "";
      for (var mail : (List<?>) Json.object(mails).get("messages")) {
        var text = Json.text(mail);
        var matcher = CODE.matcher(text);
        if (text.contains(email) && matcher.find()) {
          code = matcher.group(1);
        }
      }
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void disable(String email) {
    cognito.adminDisableUser(disable -> disable.userPoolId(POOL).username(email));
  }

  String sub(String email) {
    return cognito.adminGetUser(get -> get.userPoolId(POOL).username(email)).username();
  }

  /** What the gateway says of somebody who has signed in just now. */
  Map<String, String> claims(String sub) {
    return Map.of(
        "sub",
        sub,
        "token_use",
        "access",
        "scope",
        System.getenv("API_SCOPE"),
        "client_id",
        System.getenv("USER_POOL_CLIENT_ID"),
        "iss",
        "/" + POOL,
        "auth_time",
        Long.toString(Instant.now().getEpochSecond()));
  }

  /** Forgets the mails that went to an address, which would have to wait for each other. */
  void open(String email) {
    var pk = AttributeValue.fromS("ADDR#" + hash(email));
    dynamo.updateItem(
        update ->
            update
                .tableName(System.getenv("ACCOUNTS_TABLE"))
                .key(Map.of("pk", pk))
                .updateExpression("REMOVE sends, ver"));
  }

  private static String hash(String email) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }

  @Override
  public void close() {
    cognito.close();
    dynamo.close();
    http.close();
  }
}
