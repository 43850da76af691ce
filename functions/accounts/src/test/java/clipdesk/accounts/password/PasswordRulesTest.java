package clipdesk.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import clipdesk.common.addresses.EmailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {
  private static final EmailAddress EMAIL = EmailAddress.of("martin@outlet.example").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "Ab1!efghijk, length",
    "ab1!efghijkl, upper",
    "AB1!EFGHIJKL, lower",
    "Abc!efghijkl, digit",
    "Abc1efghijkl, symbol",
    "Abc1efghijk§, symbol",
    "Abc1efghijké, symbol",
    "'Ab1! efghijkl', whitespace",
    "' Ab1!efghijkl', whitespace",
    "'Ab1!efghijkl ', whitespace",
    "Password123!, common",
    "P4ssw0rd!!!!1, common",
    "Telechargement1!, common",
    "1q2w3e4R5t6y!, common",
    "!!Yfdbufnjh10305070, common",
    "Xmartin-77-Yz!, personal",
    "Martin@Outlet.Example-77, personal"
  })
  void brokenRuleIsNamed(String password, String violation) {
    assertThat(PasswordRules.violations(password, EMAIL)).contains(violation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Correct-Horse-77!", "Ab1!efghijkl", "Éb1!efghijkL"})
  void goodPasswordsPass(String password) {
    assertThat(PasswordRules.violations(password, EMAIL)).isEmpty();
  }

  @Test
  void wholeListOfBreachedPasswordsIsThere() throws IOException {
    try (var list = PasswordRules.class.getResourceAsStream("breached-passwords.txt.gz")) {
      var lines = new String(new GZIPInputStream(list).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(lines.lines()).hasSize(19_640);
    }
    for (var known : List.of("123456", "1q2w3e4r5t", "zzzzzzzz")) {
      assertThat(BreachedPasswords.contain(known)).as(known).isTrue();
    }
  }

  @Test
  void tabsAndNoBreakSpacesAreWhiteSpaceToo() {
    assertThat(PasswordRules.violations("Ab1!\tefghijkl", EMAIL)).containsExactly("whitespace");
    assertThat(PasswordRules.violations("Ab1!\u00a0efghijkl", EMAIL)).containsExactly("whitespace");
  }

  @Test
  void longestPasswordHas256Characters() {
    var longest = "Ab1!" + "x".repeat(252);

    assertThat(PasswordRules.violations(longest, EMAIL)).isEmpty();
    assertThat(PasswordRules.violations(longest + "x", EMAIL)).containsExactly("too-long");
  }

  @Test
  void passwordAsLongAsARequestIsRefusedWithoutASearch() {
    var endless = "a" + "#".repeat(60_000) + "a";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(PasswordRules.violations(endless, EMAIL)).contains("too-long"));
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    assertThat(PasswordRules.violations(" ", EMAIL))
        .containsExactly("length", "upper", "lower", "digit", "symbol", "whitespace");
  }
}
