package clipdesk.media;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The clients of the function, and names of the template for what they ask about. */
public final class WireClients {
  public static final MediaConfig CONFIG =
      SampleConfig.of("Media", "masters-bucket", "clips-bucket");

  private WireClients() {}

  public static DynamoDbClient dynamo() {
    return new MediaWiring().dynamo();
  }

  public static S3Client s3() {
    return new MediaWiring().s3();
  }

  public static S3Presigner presigner() {
    return new MediaWiring().presigner();
  }
}
