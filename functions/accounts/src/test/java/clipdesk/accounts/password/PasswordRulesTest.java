package clipdesk.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.Members;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PasswordRulesTest {
  private static final EmailAddress EMAIL = EmailAddress.of("martin@outlet.example").orElseThrow();

  /** The pages are held to the same table. */
  static List<Arguments> passwords() throws IOException {
    var table = Members.read(Files.readString(Path.of("../../vectors/passwords.json")));
    assertThat(table.text("email")).isEqualTo(EMAIL.text());
    return table.objects("passwords").stream()
        .map(row -> Arguments.of(row.text("password"), row.texts("breaks")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void everyBrokenRuleIsNamedAtOnceAndNoOther(String password, List<String> breaks) {
    assertThat(PasswordRules.violations(password, EMAIL)).isEqualTo(breaks);
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
  void passwordAsLongAsARequestIsRefusedWithoutASearch() {
    var endless = "a" + "#".repeat(60_000) + "a";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(PasswordRules.violations(endless, EMAIL)).contains("too-long"));
  }
}
