package clipdesk.common.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

final class LambdaLoggingProviderTest {
  @ParameterizedTest
  @CsvSource({
    "TRACE, TRACE",
    "DEBUG, DEBUG",
    "Info, INFO",
    "WARN, WARN",
    "ERROR, ERROR",
    "FATAL, ERROR",
    "chatty, INFO",
    "'', INFO",
    ", INFO"
  })
  void everyConfiguredLevelIsTaken(String configured, Level expected) {
    assertThat(LambdaLoggingProvider.threshold(configured)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "clipdesk.accounts.SignUp, TRACE, TRACE",
    "clipdesk.accounts.SignUp, ERROR, ERROR",
    "io.micronaut.http.Router, TRACE, INFO",
    "software.amazon.awssdk.request, DEBUG, INFO",
    "io.micronaut.http.Router, WARN, WARN"
  })
  void librariesKeepWhatTheySeeToThemselves(String logger, Level configured, Level expected) {
    assertThat(LambdaLoggingProvider.threshold(logger, configured)).isEqualTo(expected);
  }
}
