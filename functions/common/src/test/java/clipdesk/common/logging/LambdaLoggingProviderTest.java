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
}
