import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Whether the caller's session was ended, one query and its items: {@code GET /v1/me/…}. */
public final class ByHand implements RequestStreamHandler {
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL")))
          .region(Region.of(System.getenv("AWS_REGION")))
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = JSON.std.mapFrom(in);
    var path = (String) event.get("path");
    var claims =
        (Map<?, ?>)
            ((Map<?, ?>) ((Map<?, ?>) event.get("requestContext")).get("authorizer")).get("claims");
    var mark = Map.of("pk", AttributeValue.fromS("ENDED#ACCT#" + claims.get("sub")));
    var marks =
        Map.of("any", KeysAndAttributes.builder().keys(List.of(mark)).consistentRead(true).build());
    if (!dynamo.batchGetItem(get -> get.requestItems(marks)).responses().isEmpty()) {
      throw new IllegalStateException("The session was ended");
    }
    var values = Map.of(":pk", AttributeValue.fromS(path));
    var page =
        dynamo.query(
            query ->
                query
                    .tableName("any")
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(values));
    var body = Map.of("items", page.items().stream().map(Map::keySet).toList());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("statusCode", 200);
    answer.put("headers", Map.of("Content-Type", "application/json"));
    answer.put("body", JSON.std.asString(body));
    out.write(JSON.std.asBytes(answer));
  }
}
