package clipdesk.media;

import clipdesk.common.aws.LocalBuckets;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/** A table and two versioned buckets of this test's own, as the template makes them. */
public final class LocalStack implements BeforeAllCallback, AfterAllCallback {
  private static final String ENDPOINT =
      System.getenv().getOrDefault("AWS_ENDPOINT_URL", "http://localhost:4566");
  private static final StaticCredentialsProvider ANYBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private final String name = "media-it-" + UUID.randomUUID();
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .endpointOverride(URI.create(ENDPOINT))
          .region(Region.US_EAST_1)
          .credentialsProvider(ANYBODY)
          .build();
  private final LocalBuckets buckets = new LocalBuckets(name + "-m", name + "-c");

  public DynamoDbClient dynamo() {
    return dynamo;
  }

  public S3Client s3() {
    return buckets.s3();
  }

  public MediaConfig config() {
    return SampleConfig.of(name, name + "-m", name + "-c");
  }

  /** Rows of the table in which a text stands, wherever that is. */
  public List<Map<String, AttributeValue>> rowsWith(String text) {
    return dynamo.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .filter(item -> item.toString().contains(text))
        .toList();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var keys = Stream.of("pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi3pk", "gsi3sk");
    dynamo.createTable(
        create ->
            create
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(keys.map(LocalStack::text).toList())
                .keySchema(key("pk", "sk"))
                .globalSecondaryIndexes(
                    index("gsi1", "gsi1pk", "gsi1sk"),
                    index("gsi2", "gsi2pk", "gsi1sk"),
                    index("gsi3", "gsi3pk", "gsi3sk")));
    dynamo.waiter().waitUntilTableExists(describe -> describe.tableName(name));
    buckets.beforeAll(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    try (dynamo) {
      dynamo.deleteTable(delete -> delete.tableName(name));
      buckets.afterAll(context);
    }
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> key(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(hash, range))
        .projection(it -> it.projectionType(ProjectionType.ALL))
        .build();
  }
}
