package clipdesk.accounts.verification;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReturnPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//e.example",
        "/\\e.example",
        "https:e.example",
        "https://e.example/fr/",
        "/%2f%2fe.example",
        "/%5ce.example",
        "/fr/a\r\nSet-Cookie: x",
        "/de/a",
        "fr/a",
        "/frx/a",
        "",
        "/fr/..//x",
        "/fr/../x",
        "/fr/..",
        "/fr/..?a",
        "/fr/%2e%2e/x",
        "/fr//x",
        "/fr/%zz"
      })
  void whatIsNotCertainlyOurOwnBecomesTheStartPage(String hostile) {
    assertThat(ReturnPath.safe(Optional.of(hostile), Language.FR)).isEqualTo("/fr/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fr/a?x=//y", "/uk/", "/en/videos/presser?t=1203480,1233480", "/fr"})
  void ourOwnPagesAreKept(String path) {
    assertThat(ReturnPath.safe(Optional.of(path), Language.EN)).isEqualTo(path);
  }

  @Test
  void longestPathHas512Characters() {
    var longest = "/fr/" + "a".repeat(508);

    assertThat(ReturnPath.safe(Optional.of(longest), Language.EN)).isEqualTo(longest);
    assertThat(ReturnPath.safe(Optional.of(longest + "a"), Language.EN)).isEqualTo("/en/");
  }
}
