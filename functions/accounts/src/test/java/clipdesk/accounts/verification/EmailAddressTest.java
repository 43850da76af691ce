package clipdesk.accounts.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "' A.Martin@Outlet.Example ', a.martin@outlet.example",
    "n@українa.example, n@xn--a-7sbgb3bvx0e.example"
  })
  void addressIsKeptInOneForm(String given, String kept) {
    assertThat(EmailAddress.of(given).map(EmailAddress::text))
        .hasValueSatisfying(
            text -> assertThat(text).endsWith(kept.substring(kept.lastIndexOf('.'))).isLowerCase());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b.example",
        "a@",
        "a@b",
        "a b@c.example",
        "a@b@c",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example"
      })
  void whatIsNoAddressIsRefused(String given) {
    assertThat(EmailAddress.of(given)).isEmpty();
  }

  @Test
  void longestAddressHas128Characters() {
    var domain = "@" + "b".repeat(55) + "." + "c".repeat(50) + ".example";
    var longest = "a".repeat(128 - domain.length()) + domain;

    assertThat(EmailAddress.of(longest)).isPresent();
    assertThat(EmailAddress.of("a" + longest)).isEmpty();
  }

  @Test
  void logsShowOnlyAMask() {
    assertThat(EmailAddress.of("martin@outlet.example").orElseThrow()).hasToString("m***@o***");
  }
}
