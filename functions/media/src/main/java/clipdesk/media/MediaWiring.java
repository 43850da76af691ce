package clipdesk.media;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.paging.Cursors;
import clipdesk.common.sessions.DynamoEndedSessions;
import clipdesk.common.sessions.EndedSessions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Makes what the use cases are given: configuration and AWS clients. */
@Factory
final class MediaWiring {
  @Singleton
  MediaConfig config() {
    return MediaConfig.of(Environment.ofProcess());
  }

  @Bean
  TokenRules rules(MediaConfig config) {
    return new TokenRules(config.clientId(), config.apiScope());
  }

  /** Made with the framework, before anybody calls: without the client, which takes its time. */
  @Singleton
  EndedSessions endedSessions(
      Provider<DynamoDbClient> dynamo, MediaConfig config, InstantSource clock) {
    return new DynamoEndedSessions(dynamo::get, config.table(), clock);
  }

  @Singleton
  DynamoDbClient dynamo() {
    return AwsClients.client(DynamoDbClient.builder());
  }

  @Singleton
  S3Client s3() {
    return AwsClients.client(S3Client.builder());
  }

  @Singleton
  S3Presigner presigner() {
    return S3Presigner.builder()
        .region(AwsClients.region())
        .credentialsProvider(AwsClients.credentials())
        .build();
  }

  @Singleton
  Secrets secrets() {
    return new Secrets(AwsClients.client(SecretsManagerClient.builder()));
  }

  @Singleton
  Cursors cursors(Secrets secrets, MediaConfig config, InstantSource clock) {
    return new Cursors(() -> secrets.key(config.keyArn()), clock);
  }
}
