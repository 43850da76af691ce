import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** {@code GET /v1/me}: the row, the user, the answer. */
public final class ByHand implements RequestStreamHandler {
  private static final URI ENDPOINT = URI.create(System.getenv("AWS_ENDPOINT_URL"));
  private static final Region REGION = Region.of(System.getenv("AWS_REGION"));

  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .endpointOverride(ENDPOINT)
          .region(REGION)
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();
  private final CognitoIdentityProviderClient cognito =
      CognitoIdentityProviderClient.builder()
          .endpointOverride(ENDPOINT)
          .region(REGION)
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = JSON.std.mapFrom(in);
    var request = (Map<?, ?>) event.get("requestContext");
    var claims = (Map<?, ?>) ((Map<?, ?>) request.get("authorizer")).get("claims");
    var sub = (String) claims.get("sub");
    var mark = Map.of("pk", AttributeValue.fromS("ENDED#ACCT#" + sub));
    var marks =
        Map.of("any", KeysAndAttributes.builder().keys(List.of(mark)).consistentRead(true).build());
    if (!dynamo.batchGetItem(get -> get.requestItems(marks)).responses().isEmpty()) {
      throw new IllegalStateException("The session was ended");
    }
    var key = Map.of("pk", AttributeValue.fromS("USER#" + sub));
    var row = dynamo.getItem(get -> get.tableName("any").key(key).consistentRead(true)).item();
    var user =
        cognito.adminGetUser(get -> get.userPoolId("any").username(sub)).userAttributes().stream()
            .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    var body = new LinkedHashMap<String, Object>();
    body.put("accountId", sub);
    body.put("email", user.get("email"));
    body.put("emailVerified", true);
    body.put("language", user.get("locale"));
    body.put("termsVersion", row.get("termsVersion").s());
    body.put(
        "createdAt", Instant.ofEpochSecond(Long.parseLong(row.get("createdAt").n())).toString());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("statusCode", 200);
    answer.put("headers", Map.of("Content-Type", "application/json", "Cache-Control", "no-store"));
    answer.put("body", JSON.std.asString(body));
    out.write(JSON.std.asBytes(answer));
  }
}
