package clipdesk.newsletters;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.TokenRules;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes what the API function's use cases are given. */
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

  @Singleton
  DynamoDbClient dynamo() {
    return AwsClients.client(DynamoDbClient.builder());
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
