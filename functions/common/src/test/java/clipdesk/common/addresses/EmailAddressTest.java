package clipdesk.common.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "' A.Martin@Outlet.Example ', a.martin@outlet.example",
    "n@україна.example, n@xn--80aa2annq7l.example",
    "n@УКРАЇНА.Example, n@xn--80aa2annq7l.example",
    "n@XN--80AA2ANNQ7L.example, n@xn--80aa2annq7l.example",
    "n@e\u0301lysee.example, n@xn--lysee-9ra.example",
    "n@\u00e9lysee.example, n@xn--lysee-9ra.example",
    "n@ｏｕｔｌｅｔ。example, n@outlet.example",
    "o'neil+desk/a=b@a-b.c1.example, o'neil+desk/a=b@a-b.c1.example",
    "n@4chan.example, n@4chan.example",
    "_@b.xn--p1ai, _@b.xn--p1ai"
  })
  void everySpellingIsKeptInOneForm(String given, String kept) {
    assertThat(EmailAddress.of(given).map(EmailAddress::text)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@",
        "@b.example",
        "a@",
        "a@b",
        "a b@c.example",
        "a@b@c.example",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "<a@b.example>",
        "A <a@b.example>",
        "a@b.example>",
        "a,b@c.example",
        "a@b.example,c@d.example",
        "a@b.example;c@d.example",
        "a(b)@c.example",
        "\"a b\"@c.example",
        "a\\@b.example",
        "a:b@c.example",
        "[a]@b.example",
        "é@b.example",
        "ада@україна.example",
        "a\u0000@b.example",
        "a\u200b@b.example",
        "\u212a@b.example",
        "a\u00a0@b.example",
        "a＠b.example",
        "a@b..example",
        "a@.b.example",
        "a@b.example.",
        "a@-b.example",
        "a@b-.example",
        "a@b_c.example",
        "a@b!c.example",
        "a@b c.example",
        "a@b.example\r\nBcc: c@d.example",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "a@b.1",
        "a@b.x",
        "a@stra\u00dfe.example",
        "a@STRA\u1e9eE.example",
        "a@\u03c6\u03bf\u03c2.example",
        "a@b\u200dc.example",
        "a@xn--.example",
        "a@\ud800.example",
        "a@\ud83d\ude00\uffff.example",
        "mailto:a@b.example"
      })
  void whatSesCannotMailIsNoAddress(String given) {
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
  void longestLocalPartHas64CharactersAndTheLongestLabel63() {
    assertThat(EmailAddress.of("a".repeat(64) + "@b.example")).isPresent();
    assertThat(EmailAddress.of("a".repeat(65) + "@b.example")).isEmpty();
    assertThat(EmailAddress.of("a@" + "b".repeat(63) + ".example")).isPresent();
    assertThat(EmailAddress.of("a@" + "b".repeat(64) + ".example")).isEmpty();
  }

  @Test
  void whatIsKeptIsTakenAsItIsAndNothingElse() {
    assertThatCode(() -> new EmailAddress("martin@outlet.example")).doesNotThrowAnyException();
    for (var other :
        List.of("Martin@outlet.example", " martin@outlet.example", "martin@україна.ua")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new EmailAddress(other))
          .withMessageNotContaining("martin");
    }
  }

  @Test
  void memberThatIsNoAddressIsRefusedByItsNameAndNotQuoted() {
    assertThat(EmailAddress.member(body("Martin@Outlet.Example"), "email"))
        .contains(new EmailAddress("martin@outlet.example"));

    assertThat(errors("<martin@outlet.example>")).containsExactly("/email malformed");
    assertThat(errors("m@")).containsExactly("/email too-short");
    assertThat(errors("m".repeat(255))).containsExactly("/email too-long");
  }

  private static List<String> errors(String email) {
    var body = body(email);
    assertThat(EmailAddress.member(body, "email")).isEmpty();
    var errors = new java.util.ArrayList<String>();
    assertThatThrownBy(body::finish)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                ((List<?>) refusal.members().get("errors"))
                    .forEach(
                        it -> {
                          var error = (FieldError) it;
                          assertThat(error.detail().orElseThrow()).doesNotContain("martin");
                          errors.add(error.pointer() + " " + error.code());
                        }));
    return errors;
  }

  private static RequestBody body(String email) {
    return RequestBody.parse(Json.text(Map.of("email", email)));
  }

  @Test
  void logsShowOnlyAMask() {
    assertThat(new EmailAddress("martin@outlet.example")).hasToString("m***@o***");
  }
}
