package clipdesk.common.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Settings every client shares. Region and credentials are named outright: searching for them costs
 * a fifth of the CPU to a function's first answer.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SOCKET = Duration.ofSeconds(20);

  static {
    // The JDK would repeat a POST by itself when the server closes without an answer: whether a
    // call is made again is for its client to say.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private AwsClients() {}

  /** Configures a client builder, such as {@code DynamoDbClient.builder()}. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder) {
    return builder
        .region(region())
        .credentialsProvider(credentials())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SOCKET));
  }

  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return configure(builder).build();
  }

  /** A client's builder that makes each call once: for what would be done again, such as a mail. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B asksOnce(
      B builder) {
    return configure(builder)
        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  /**
   * Loads what all clients share on a thread of its own while something else starts: that is most
   * of a first client's time, and a starting function has a processor to spare.
   */
  public static void loadBeside() {
    Thread.ofPlatform()
        .daemon()
        .name("aws-classes")
        .start(() -> client(SecretsManagerClient.builder()).close());
  }

  /**
   * The function's own role. A function restored from a snapshot finds it at an address of the
   * runtime, any other in its environment.
   */
  public static AwsCredentialsProvider credentials() {
    return System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
        ? EnvironmentVariableCredentialsProvider.create()
        : ContainerCredentialsProvider.create();
  }

  public static Region region() {
    return Region.of(Environment.ofProcess().text("AWS_REGION"));
  }
}
