package clipdesk.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Rfc3339Test {
  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "2024-02-29", "9999-12-31"})
  void aDayOfFourDigitYearsIsADate(String text) {
    assertThat(Rfc3339.date(text)).contains(LocalDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+10000-01-01",
        "-0001-01-01",
        "10000-01-01",
        "2023-02-29",
        "2026-2-1",
        "2026-02-12 ",
        "",
        "%zz",
        "２０２６-02-12",
        "2026-02-12T00:00:00Z"
      })
  void anythingElseIsNone(String text) {
    assertThat(Rfc3339.date(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-12T15:00:00Z, 2026-02-12T15:00:00Z",
    "2026-02-12T16:00:00.5+01:00, 2026-02-12T15:00:00.500Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
  })
  void anInstantMayHaveAnOffset(String text, Instant instant) {
    assertThat(Rfc3339.instant(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "2026-02-12T15:00Z",
        "2026-02-12T24:00:00Z",
        "2026-02-12T23:59:60Z",
        "2026-02-12T15:00:00",
        "2026-02-12T15:00:00+1",
        "2026-02-12T15:00:00+19:00",
        "2026-02-12T15:00:00.Z",
        "2026-02-12t15:00:00z",
        "2026-02-30T15:00:00Z",
        "tomorrow"
      })
  void whatCouldNotBeWrittenReadAndSortedIsNoInstant(String text) {
    assertThat(Rfc3339.instant(text)).isEmpty();
  }

  @Test
  void theFirstAndTheLastInstantAreWrittenWithFourDigits() {
    assertThat(Json.instant(Rfc3339.instant("0001-01-01T00:00:00Z").orElseThrow()))
        .isEqualTo("0001-01-01T00:00:00.000Z");
    assertThat(Json.instant(Rfc3339.instant("9999-12-31T23:59:59.999Z").orElseThrow()))
        .isEqualTo("9999-12-31T23:59:59.999Z");
  }
}
