package clipdesk.journeys;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A deployed stack, known by its outputs. With {@code AwsEndpointUrl} it is an emulated one, else
 * the caller's own AWS credentials and region are used.
 */
public final class Stack {
  private final Map<String, Object> outputs;

  private Stack(Map<String, Object> outputs) {
    this.outputs = Map.copyOf(outputs);
  }

  /** Reads a flat JSON object of outputs, as {@code make up} writes it. */
  public static Stack of(Path outputs) {
    try {
      return new Stack(JSON.std.mapFrom(Files.readString(outputs)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "No stack outputs at " + outputs + ": start the stack with `make up`", e);
    }
  }

  /** The stack that the system property {@code clipdesk.outputs} names. */
  public static Stack deployed() {
    return of(Path.of(System.getProperty("clipdesk.outputs", ".localstack/outputs.json")));
  }

  /**
   * @throws IllegalStateException if the stack has no such output
   */
  public String output(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("The stack has no output " + name));
  }

  /** What {@code /v1/…} is appended to. */
  public String apiUrl() {
    return output("ApiUrl");
  }

  public S3Client s3() {
    return configure(S3Client.builder().forcePathStyle(endpoint().isPresent())).build();
  }

  public SqsClient sqs() {
    return configure(SqsClient.builder()).build();
  }

  public SnsClient sns() {
    return configure(SnsClient.builder()).build();
  }

  public DynamoDbClient dynamo() {
    return configure(DynamoDbClient.builder()).build();
  }

  public CognitoIdentityProviderClient cognito() {
    return configure(CognitoIdentityProviderClient.builder()).build();
  }

  public CloudWatchLogsClient logs() {
    return configure(CloudWatchLogsClient.builder()).build();
  }

  public LambdaClient lambda() {
    return configure(LambdaClient.builder()).build();
  }

  /** What the emulator itself writes; empty for a stack on AWS. */
  Optional<Path> emulatorLog() {
    return optional("EmulatorLog").map(Path::of);
  }

  Optional<URI> endpoint() {
    return optional("AwsEndpointUrl").map(URI::create);
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable((String) outputs.get(name)).filter(value -> !value.isBlank());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder) {
    builder.httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(credentials());
    endpoint().ifPresent(endpoint -> builder.endpointOverride(endpoint).region(Region.US_EAST_1));
    return builder;
  }

  private AwsCredentialsProvider credentials() {
    return endpoint().isPresent()
        ? StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))
        : DefaultCredentialsProvider.builder().build();
  }
}
