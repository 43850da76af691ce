package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code Accept} excludes is not answered (RFC 9110, 12.4.2 and 12.5.1). */
final class ExcludedTypesTest {
  @RegisterExtension static final HostileFunction FUNCTION = new HostileFunction();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=0",
        "application/json; q=0.000",
        "application/json;Q=0.",
        "APPLICATION/JSON ; q = 0",
        "application/json;q=0;ext=1",
        "application/json;charset=utf-8;q=0",
        "application/*;q=0",
        "*/*;q=0",
        "text/html, application/json;q=0",
        "application/json;q=0, application/*, */*;q=0.5",
        "*/*, application/*;q=0",
        "application/*;q=0, */*",
        "text/html, */*;q=0",
        "text/html"
      })
  void aTypeThatIsExcludedIsNotAcceptable(String accept) {
    assertThat(call(accept))
        .containsEntry("statusCode", 406)
        .extracting("body")
        .asString()
        .contains("\"code\":\"not-acceptable\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;q=0.001",
        "application/json;q=1",
        "application/json, */*;q=0",
        "*/*;q=0, application/json;q=0.1",
        "application/*;q=0, application/json",
        "application/*, */*;q=0",
        "application/json;q=0, application/json",
        "application/json;version=2;q=0, application/json",
        "text/html;q=0, */*",
        "*/*;q=0.1",
        "*/*;q=00",
        ""
      })
  void theMostSpecificRangeDecides(String accept) {
    assertThat(call(accept)).containsEntry("statusCode", 200);
  }

  private static Map<String, Object> call(String accept) {
    return FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").header("Accept", accept));
  }
}
