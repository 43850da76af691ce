package clipdesk.common.aws;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table of this test's own on LocalStack, with the keys that the template gives it. */
public final class LocalTable implements BeforeAllCallback, AfterAllCallback {
  private static final String ENDPOINT =
      System.getenv().getOrDefault("AWS_ENDPOINT_URL", "http://localhost:4566");

  private final String name = "it-" + UUID.randomUUID();
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .endpointOverride(URI.create(ENDPOINT))
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .build();
  private final Map<String, ScalarAttributeType> attributes = new TreeMap<>();
  private final List<KeySchemaElement> key;
  private final List<GlobalSecondaryIndex> indexes = new ArrayList<>();

  /** Names of the key, one or two; they hold text, and those of an index too. */
  public LocalTable(String... key) {
    this.key = schema(key);
  }

  public LocalTable index(String index, String hash, String range) {
    indexes.add(
        GlobalSecondaryIndex.builder()
            .indexName(index)
            .keySchema(schema(hash, range))
            .projection(it -> it.projectionType(ProjectionType.ALL))
            .build());
    return this;
  }

  /** A name that holds a number. */
  public LocalTable number(String attribute) {
    attributes.put(attribute, ScalarAttributeType.N);
    return this;
  }

  public DynamoDbClient dynamo() {
    return dynamo;
  }

  public String name() {
    return name;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    dynamo.createTable(
        create ->
            create
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    attributes.entrySet().stream().map(LocalTable::definition).toList())
                .keySchema(key)
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
    dynamo.waiter().waitUntilTableExists(describe -> describe.tableName(name));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    try (dynamo) {
      dynamo.deleteTable(delete -> delete.tableName(name));
    }
  }

  private List<KeySchemaElement> schema(String... names) {
    var elements = new ArrayList<KeySchemaElement>();
    for (var attribute : names) {
      attributes.putIfAbsent(attribute, ScalarAttributeType.S);
      elements.add(
          KeySchemaElement.builder()
              .attributeName(attribute)
              .keyType(elements.isEmpty() ? KeyType.HASH : KeyType.RANGE)
              .build());
    }
    return elements;
  }

  private static AttributeDefinition definition(Map.Entry<String, ScalarAttributeType> attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.getKey())
        .attributeType(attribute.getValue())
        .build();
  }
}
