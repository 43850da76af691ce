package clipdesk.newsletters.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentRulesTest {
  private final ContentRules rules = new ContentRules("https://clipdesk.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Words",
        "[Words](https://elsewhere.example/x?a=1#b)",
        "<https://elsewhere.example>",
        "[Write](mailto:press@council.example)",
        "[ref]\n\n[ref]: https://elsewhere.example",
        "![A podium](https://clipdesk.example/podium.jpg)",
        "[![**A** podium](https://clipdesk.example/p.jpg)](https://clipdesk.example/)",
        "`[code](http://x)`",
        "<img src=\"http://x/pixel\"> is shown as it was typed",
        "One\r\nTwo\tThree",
      })
  void whatLeadsSomewhereAndCanBeReadPasses(String markdown) {
    assertThat(rules.broken(markdown)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](http://elsewhere.example)",
        "[x](data:text/html,x)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](/fr/videos)",
        "[x](videos)",
        "[x](#here)",
        "[x](//elsewhere.example)",
        "[x]()",
        "[x](https:elsewhere)",
        "[x](https://)",
        "[x](mailto:)",
        "[x](ftp://elsewhere.example)",
        "<http://elsewhere.example>",
        "[ref]\n\n[ref]: http://elsewhere.example",
        "> * [x](http://elsewhere.example)",
      })
  void linkThatLeadsNowhereOrCannotBeTrustedIsRefused(String markdown) {
    assertThat(rules.broken(markdown))
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("bad-link"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![A](https://tracker.example/pixel.gif)",
        "![A](https://clipdesk.example.evil.example/x.gif)",
        "![A](https://clipdesk.example@evil.example/x.gif)",
        "![A](http://clipdesk.example/x.gif)",
        "![A](data:image/gif;base64,R0lGOD)",
        "![A](/x.gif)",
        "![A](HTTPS://CLIPDESK.EXAMPLE.evil.example/x.gif)",
      })
  void pictureFromElsewhereIsRefused(String markdown) {
    assertThat(rules.broken(markdown))
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("foreign-picture"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "&nbsp;", "\u200b"})
  void pictureWithoutWordsIsRefused(String words) {
    assertThat(rules.broken("See ![" + words + "](https://clipdesk.example/x.gif)"))
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("picture-without-words"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "\u200b", "[x]: https://clipdesk.example", "&nbsp;"})
  void textThatSaysNothingIsRefused(String markdown) {
    assertThat(rules.broken(markdown))
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("too-short"));
  }

  @Test
  void everythingIsToldAtOnceWithItsPlace() {
    var text = "Héllo 🙂\r\n\r\nSee [x](/y) and\n\u0007 ![A](https://t.example/p)";

    assertThat(rules.broken(text))
        .extracting(it -> it.code() + it.detail().substring(it.detail().lastIndexOf(", line")))
        .containsExactly(
            "control, line 4, character 1",
            "bad-link, line 3, character 5",
            "foreign-picture, line 4, character 3");
  }
}
