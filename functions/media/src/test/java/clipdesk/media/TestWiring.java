package clipdesk.media;

import clipdesk.common.TickingClock;
import clipdesk.common.identity.TokenRules;
import clipdesk.common.paging.Cursors;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.common.sessions.InMemoryEndedSessions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The function without a network: signing links needs none. */
@Factory
@Replaces(factory = MediaWiring.class)
final class TestWiring {
  @Singleton
  @Replaces(value = MediaConfig.class, factory = MediaWiring.class)
  MediaConfig config() {
    return SampleConfig.CONFIG;
  }

  @Bean
  @Replaces(value = TokenRules.class, factory = MediaWiring.class)
  TokenRules rules() {
    return new TokenRules("client-1", "clipdesk/user");
  }

  @Singleton
  @Bean(typed = {InMemoryEndedSessions.class, EndedSessions.class})
  @Replaces(value = EndedSessions.class, factory = MediaWiring.class)
  InMemoryEndedSessions endedSessions(InstantSource clock) {
    return new InMemoryEndedSessions(clock);
  }

  @Singleton
  @Primary
  TickingClock clock() {
    return new TickingClock("2026-02-12T15:00:00Z");
  }

  @Singleton
  @Replaces(value = S3Presigner.class, factory = MediaWiring.class)
  S3Presigner presigner() {
    return S3Presigner.builder()
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .build();
  }

  @Singleton
  @Replaces(value = Cursors.class, factory = MediaWiring.class)
  Cursors cursors(InstantSource clock) {
    return new Cursors(() -> new byte[32], clock);
  }
}
