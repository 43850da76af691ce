package clipdesk.accounts;

import clipdesk.accounts.events.AccountEvents;
import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.sessions.DynamoSessions;
import clipdesk.accounts.sessions.InMemorySessions;
import clipdesk.common.TickingClock;
import clipdesk.common.aws.KnownSecrets;
import clipdesk.common.aws.Secrets;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.limits.InMemoryCallLimits;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.common.sessions.InMemoryEndedSessions;
import clipdesk.common.web.CallerNetwork;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The function without a network. */
@Factory
@Replaces(factory = AccountsWiring.class)
final class TestWiring {
  @Singleton
  @Replaces(value = AccountsConfig.class, factory = AccountsWiring.class)
  AccountsConfig config() {
    return AccountsConfigs.any();
  }

  @Bean
  @Replaces(value = TokenRules.class, factory = AccountsWiring.class)
  TokenRules rules() {
    return new TokenRules("client-1", "clipdesk/user", Optional.of("pool"));
  }

  @Singleton
  @Primary
  @Replaces(value = InstantSource.class, factory = AccountsWiring.class)
  TickingClock clock() {
    return new TickingClock("2026-02-12T15:00:00Z");
  }

  @Singleton
  @Replaces(value = AccountEvents.class, factory = AccountsWiring.class)
  RecordedAccountEvents events(Breakdown breakdown) {
    return new RecordedAccountEvents(breakdown);
  }

  @Singleton
  @Replaces(value = DynamoSessions.class, factory = AccountsWiring.class)
  InMemorySessions sessions(Breakdown breakdown) {
    return new InMemorySessions(breakdown);
  }

  @Singleton
  @Replaces(value = EndedSessions.class, factory = AccountsWiring.class)
  InMemoryEndedSessions endedSessions(InstantSource clock) {
    return new InMemoryEndedSessions(clock);
  }

  @Singleton
  @Replaces(value = CallLimits.class, factory = AccountsWiring.class)
  InMemoryCallLimits limits() {
    return new InMemoryCallLimits();
  }

  @Singleton
  @Replaces(value = CallerNetwork.class, factory = AccountsWiring.class)
  CallerNetwork network(Secrets secrets) {
    return CallerNetwork.of(() -> secrets, config().edgeKeyArn());
  }

  @Singleton
  @Replaces(value = Secrets.class, factory = AccountsWiring.class)
  Secrets secrets() {
    return new Secrets(new KnownSecrets());
  }
}
