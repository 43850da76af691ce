package clipdesk.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
  private static final Environment ENVIRONMENT =
      new Environment(
          Map.of("TABLE", "clips", "BLANK", " ", "LIMIT", "20", "BASE", "https://api.example/"));

  @Test
  void variablesAreReadAsWhatTheyAre() {
    assertThat(ENVIRONMENT.text("TABLE")).isEqualTo("clips");
    assertThat(ENVIRONMENT.optionalText("TABLE")).contains("clips");
    assertThat(ENVIRONMENT.number("LIMIT")).isEqualTo(20);
    assertThat(ENVIRONMENT.address("BASE")).hasToString("https://api.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BLANK", "NONE"})
  void whatIsBlankIsAsIfItWereNotThere(String name) {
    assertThat(ENVIRONMENT.optionalText(name)).isEmpty();
    assertThatThrownBy(() -> ENVIRONMENT.text(name))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The environment variable " + name + " is missing");
  }

  @Test
  void numberThatIsNoneIsNamed() {
    assertThatThrownBy(() -> ENVIRONMENT.number("TABLE"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TABLE", "clips");
  }
}
