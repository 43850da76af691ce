package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ExampleEvents;
import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who calls, behind CloudFront and not. */
final class EdgeFunctionTest extends AccountsFunctionCalls {
  private static final String EDGE = "130.176.98.70";

  /** As the test's secrets answer for the key of the configuration. */
  private static final String KEY = "secret edge-key";

  @Test
  void whoComesThroughTheEdgeIsSeenFromTheirOwnNetwork() throws IOException {
    account(ADA, PASSWORD);
    var signedIn = ExampleEvents.replay("session-asked-for-through-the-edge.json", context);
    assertThat(network(signedIn)).isEqualTo("203.0.113.9");
  }

  @Test
  void whoCallsTheGatewayIsSeenFromWhereTheyCallWhateverTheySay() throws IOException {
    account(ADA, PASSWORD);
    var signedIn = ExampleEvents.replay("session-asked-for-at-the-gateway.json", context);
    assertThat(network(signedIn)).isEqualTo("192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Clipdesk-Viewer, 203.0.113.9, 203.0.113.9",
    "X-Clipdesk-Viewer, 2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "CloudFront-Viewer-Address, 203.0.113.9:50123, 203.0.113.9",
    "CloudFront-Viewer-Address, 2001:db8:1:2:3:4:5:6:50123, 20010db800010002/64",
    "CloudFront-Viewer-Address, 2001:db8:1:2::9:50123, 20010db800010002/64",
    "CloudFront-Viewer-Address, [2001:db8:1:2::9]:50123, 20010db800010002/64"
  })
  void addressOfTheViewerIsReadAsTheEdgeWritesIt(String header, String value, String network) {
    account(ADA, PASSWORD);
    assertThat(network(call(throughTheEdge(PASSWORD).header(header, value)))).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Clipdesk-Viewer, ''",
    "X-Clipdesk-Viewer, nobody",
    "X-Clipdesk-Viewer, 203.0.113.9:50123",
    "CloudFront-Viewer-Address, 203.0.113.9",
    "CloudFront-Viewer-Address, ':'",
    "X-Forwarded-For, 203.0.113.9"
  })
  void withoutAnAddressTheEdgeItselfCounts(String header, String value) {
    account(ADA, PASSWORD);
    assertThat(network(call(throughTheEdge(PASSWORD).header(header, value)))).isEqualTo(EDGE);
  }

  /** Our distribution sets the one, and lets the other through as somebody sent it. */
  @Test
  void whatTheDistributionSetsGoesBeforeWhatAnybodyMaySend() {
    account(ADA, PASSWORD);
    var call =
        throughTheEdge(PASSWORD)
            .header("X-Clipdesk-Viewer", "203.0.113.9")
            .header("CloudFront-Viewer-Address", "198.51.100.7:1");
    assertThat(network(call(call))).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @CsvSource({"secret edge-ke", "secret edge-key0", "Secret edge-key", "''", "x"})
  void wrongKeyIsAsGoodAsNone(String key) {
    account(ADA, PASSWORD);
    var call =
        throughTheEdge(PASSWORD)
            .header("X-Clipdesk-Edge", key)
            .header("X-Clipdesk-Viewer", "203.0.113.9");
    assertThat(network(call(call))).isEqualTo(EDGE);
  }

  @Test
  void headerThatComesTwiceIsNotBelieved() {
    account(ADA, PASSWORD);
    var twoViewers =
        throughTheEdge(PASSWORD)
            .header("X-Clipdesk-Viewer", "203.0.113.9")
            .again("X-Clipdesk-Viewer", "198.51.100.7");
    assertThat(network(call(twoViewers))).isEqualTo(EDGE);
    var twoKeys =
        throughTheEdge(PASSWORD)
            .again("X-Clipdesk-Edge", "x")
            .header("X-Clipdesk-Viewer", "203.0.113.9");
    assertThat(network(call(twoKeys))).isEqualTo(EDGE);
  }

  @Test
  void limitOfOneViewerIsNoLimitOfAllBehindTheEdge() {
    account(ADA, PASSWORD);
    for (int i = 0; i < 100; i++) {
      signInAs("203.0.113.9", "wrong");
    }
    assertThat(problem(signInAs("203.0.113.9", PASSWORD))).isEqualTo("429 too-many-requests");
    assertThat(signInAs("203.0.113.10", PASSWORD).getStatusCode()).isEqualTo(201);
  }

  private APIGatewayProxyResponseEvent signInAs(String viewer, String password) {
    return call(throughTheEdge(password).header("X-Clipdesk-Viewer", viewer));
  }

  private static GatewayCalls throughTheEdge(String password) {
    return GatewayCalls.call("POST", "/v1/sessions")
        .json(Json.text(Map.of("email", ADA, "password", password)))
        .header("X-Clipdesk-Edge", KEY)
        .from(EDGE);
  }

  private Object network(APIGatewayProxyResponseEvent signedIn) {
    assertThat(signedIn.getStatusCode()).isEqualTo(201);
    var items = (List<?>) json(call(with(signedIn, "GET", "/v1/me/sessions"))).get("items");
    return ((Map<?, ?>) items.getFirst()).get("network");
  }
}
