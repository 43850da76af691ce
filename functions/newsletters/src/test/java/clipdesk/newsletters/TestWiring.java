package clipdesk.newsletters;

import static java.util.Map.entry;

import clipdesk.common.TickingClock;
import clipdesk.common.aws.Environment;
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
import java.util.Map;

/** The function without a network. */
@Factory
@Replaces(factory = NewslettersWiring.class)
public final class TestWiring {
  public static NewslettersConfig sampleConfig() {
    return new NewslettersConfig(
        new Environment(
            Map.ofEntries(
                entry("NEWSLETTERS_TABLE", "table"),
                entry("LISTS_BUCKET", "lists"),
                entry("NEWSLETTERS_KEY_ARN", "newsletters-key"),
                entry("LINKS_KEY_ARN", "link-keys"),
                entry("OFFER_KEY_ARN", "offer-key"),
                entry("EDGE_KEY_ARN", "edge-key"),
                entry("NEWSLETTER_FROM", "news@clipdesk.example"),
                entry("NEWSLETTER_NAME", "Council"),
                entry("NEWSLETTER_REPLY_TO", "desk@clipdesk.example"),
                entry("PUBLIC_BASE_URL", "https://api.clipdesk.example"),
                entry("WEB_ORIGIN", "https://clipdesk.example"),
                entry("UNSUBSCRIBE_ADDRESS", "unsubscribe@in.clipdesk.example"),
                entry("SES_CONFIGURATION_SET", "set"),
                entry("SUBSCRIPTIONS_PER_HOUR_AND_IP", "20"),
                entry("CONFIRMATION_PAUSE_MINUTES", "15"),
                entry("CONFIRMATIONS_PER_DAY", "3"))));
  }

  @Singleton
  @Replaces(value = NewslettersConfig.class, factory = NewslettersWiring.class)
  NewslettersConfig config() {
    return sampleConfig();
  }

  @Bean
  @Replaces(value = TokenRules.class, factory = NewslettersWiring.class)
  TokenRules rules() {
    return new TokenRules("client-1", "clipdesk/user");
  }

  @Singleton
  @Bean(typed = {InMemoryEndedSessions.class, EndedSessions.class})
  @Replaces(value = EndedSessions.class, factory = NewslettersWiring.class)
  InMemoryEndedSessions endedSessions(InstantSource clock) {
    return new InMemoryEndedSessions(clock);
  }

  @Singleton
  @Primary
  TickingClock clock() {
    return new TickingClock("2026-02-12T15:00:00Z");
  }

  @Singleton
  @Replaces(value = CallLimits.class, factory = NewslettersWiring.class)
  InMemoryCallLimits limits() {
    return new InMemoryCallLimits();
  }

  @Singleton
  @Replaces(value = CallerNetwork.class, factory = ReadersWiring.class)
  CallerNetwork network(Secrets secrets) {
    return CallerNetwork.of(() -> secrets, sampleConfig().edgeKeyArn());
  }

  @Singleton
  @Replaces(value = Secrets.class, factory = NewslettersWiring.class)
  Secrets secrets() {
    return new Secrets(new KnownSecrets());
  }
}
