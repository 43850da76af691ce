package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageOrJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | true",
        "application/json, text/plain, */* | true",
        "APPLICATION/JSON; charset=utf-8 | true",
        "text/html;q=0.1, application/json | true",
        "text/html;q=0, application/json;q=0.001 | true",
        "application/*, text/html;q=0.5 | true",
        "application/json;q=0.5, text/html;q=0.4 | true",
        "application/json, text/html | false",
        "application/json;q=0.9, text/html | false",
        "application/json;q=0 | false",
        "application/json;q=0, */* | false",
        "application/json;q=0, application/* | false",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | false",
        "text/*, application/json;q=0.8 | false",
        "text/x-not-application/json | false",
        "*/* | false",
        "'' | false"
      })
  void jsonIsForWhoNamesItMoreThanAPage(String accept, boolean json) {
    assertThat(PageOrJson.json(HttpRequest.GET("/").header("Accept", accept))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
        "text/html, application/json | true",
        "text/html;q=0.4, application/json;q=0.5 | false",
        "text/html;q=0 | false",
        "application/json | false",
        "*/* | false",
        "'' | false"
      })
  void pageIsForWhoNamesItAtLeastAsMuchAsJson(String accept, boolean page) {
    assertThat(PageOrJson.page(HttpRequest.GET("/").header("Accept", accept))).isEqualTo(page);
  }
}
