package clipdesk.newsletters;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.DynamoCallLimits;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.paging.Cursors;
import clipdesk.common.sessions.DynamoEndedSessions;
import clipdesk.common.sessions.EndedSessions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes what the use cases of the API functions are given. */
@Factory
final class NewslettersWiring {
  @Singleton
  NewslettersConfig config() {
    return new NewslettersConfig(Environment.ofProcess());
  }

  @Bean
  TokenRules rules(NewslettersConfig config) {
    return new TokenRules(config.clientId(), config.apiScope());
  }

  /** Made with the framework, before anybody calls: without the client, which takes its time. */
  @Singleton
  EndedSessions endedSessions(
      Provider<DynamoDbClient> dynamo, NewslettersConfig config, InstantSource clock) {
    return new DynamoEndedSessions(dynamo::get, config.table(), clock);
  }

  @Singleton
  DynamoDbClient dynamo() {
    return AwsClients.client(DynamoDbClient.builder());
  }

  @Singleton
  CallLimits limits(Provider<DynamoDbClient> dynamo, NewslettersConfig config) {
    return new DynamoCallLimits(
        dynamo::get, config.table(), Map.of("sk", AttributeValue.fromS("RATE")));
  }

  @Singleton
  Cursors cursors(Secrets secrets, NewslettersConfig config, InstantSource clock) {
    return new Cursors(() -> secrets.key(config.keyArn()), clock);
  }

  @Singleton
  SqsClient sqs() {
    return AwsClients.client(SqsClient.builder());
  }

  @Singleton
  Secrets secrets() {
    return new Secrets(AwsClients.client(SecretsManagerClient.builder()));
  }
}
