package clipdesk.accounts;

import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.events.SnsAccountEvents;
import clipdesk.accounts.sessions.DynamoSessions;
import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.DynamoCallLimits;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.paging.Cursors;
import clipdesk.common.sessions.DynamoEndedSessions;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.common.web.CallerNetwork;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Makes what the use cases are given: configuration and AWS clients. */
@Factory
final class AccountsWiring {
  /** The API's own limit is 29 s; three tries of a Cognito trigger have to fit. */
  private static final Duration COGNITO_CALL = Duration.ofSeconds(20);

  private static final Duration SNS_CALL = Duration.ofSeconds(3);

  @Singleton
  AccountsConfig config() {
    return AccountsConfig.of(Environment.ofProcess());
  }

  @Bean
  TokenRules rules(AccountsConfig config) {
    return new TokenRules(config.clientId(), config.apiScope(), Optional.of(config.userPoolId()));
  }

  /** In whole seconds, as the table keeps them: so what is told and what is kept are the same. */
  @Singleton
  @Primary
  InstantSource clock() {
    return Clock.tickSeconds(ZoneOffset.UTC);
  }

  /** Without retries: a repeated call would send a second mail, or show a done reset as refused. */
  @Singleton
  CognitoIdentityProviderClient cognito() {
    return AwsClients.configure(CognitoIdentityProviderClient.builder())
        .overrideConfiguration(
            override ->
                override.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(COGNITO_CALL))
        .build();
  }

  @Singleton
  DynamoDbClient dynamo() {
    return AwsClients.client(DynamoDbClient.builder());
  }

  /** A notice whose answer was lost may have been mailed; SES knows no token to tell. */
  @Singleton
  SesClient ses() {
    return AwsClients.asksOnce(SesClient.builder()).build();
  }

  /** A sign-in that ends a session, and a sign-out, wait for it. */
  @Singleton
  SnsClient sns() {
    return AwsClients.configure(SnsClient.builder())
        .overrideConfiguration(override -> override.apiCallTimeout(SNS_CALL))
        .build();
  }

  @Singleton
  AccountEvents events(Provider<SnsClient> sns, AccountsConfig config) {
    return new SnsAccountEvents(sns::get, config.accountEventsTopicArn());
  }

  @Singleton
  DynamoSessions sessions(DynamoDbClient dynamo, AccountsConfig config) {
    return new DynamoSessions(dynamo, config.table());
  }

  @Singleton
  Cursors cursors(Secrets secrets, AccountsConfig config, InstantSource clock) {
    return new Cursors(() -> secrets.key(config.accountsKeyArn()), clock);
  }

  /** Made with the framework, before anybody calls: without the client, which takes its time. */
  @Singleton
  EndedSessions endedSessions(
      Provider<DynamoDbClient> dynamo, AccountsConfig config, InstantSource clock) {
    return DynamoEndedSessions.withoutSortKey(dynamo::get, config.table(), clock);
  }

  @Singleton
  CallLimits limits(Provider<DynamoDbClient> dynamo, AccountsConfig config) {
    return new DynamoCallLimits(dynamo::get, config.table());
  }

  /** Without the secrets, whose client takes its time: only who comes through the edge needs it. */
  @Singleton
  CallerNetwork network(Provider<Secrets> secrets, AccountsConfig config) {
    return CallerNetwork.of(secrets::get, config.edgeKeyArn());
  }

  @Singleton
  Secrets secrets() {
    return new Secrets(AwsClients.client(SecretsManagerClient.builder()));
  }
}
