package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.MalformedJsonException;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GatewayJsonTest {
  @Test
  void requestIsReadAsTheGatewaySendsIt() {
    var request =
        GatewayJson.request(
            """
            {"resource":"/v1/videos","path":"/v1/videos","httpMethod":"GET",
             "headers":{"Host":"api.example"},"multiValueHeaders":{"Host":["api.example"]},
             "queryStringParameters":{"limit":"2"},
             "multiValueQueryStringParameters":{"limit":["1","2"]},
             "pathParameters":null,"stageVariables":null,
             "requestContext":{"requestId":"r-1","identity":{"sourceIp":"192.0.2.1"},
               "authorizer":{"claims":{"sub":"u-1"}}},
             "body":"é","isBase64Encoded":true}
            """);

    assertThat(request.getHttpMethod()).isEqualTo("GET");
    assertThat(request.getPath()).isEqualTo("/v1/videos");
    assertThat(request.getHeaders()).containsExactlyEntriesOf(Map.of("Host", "api.example"));
    assertThat(request.getMultiValueHeaders()).containsEntry("Host", List.of("api.example"));
    assertThat(request.getQueryStringParameters()).containsEntry("limit", "2");
    assertThat(request.getMultiValueQueryStringParameters())
        .containsEntry("limit", List.of("1", "2"));
    assertThat(request.getRequestContext().getRequestId()).isEqualTo("r-1");
    assertThat(request.getRequestContext().getIdentity().getSourceIp()).isEqualTo("192.0.2.1");
    assertThat(request.getRequestContext().getAuthorizer())
        .isEqualTo(Map.of("claims", Map.of("sub", "u-1")));
    assertThat(request.getBody()).isEqualTo("é");
    assertThat(request.getIsBase64Encoded()).isTrue();
  }

  @Test
  void requestMayHaveNothingButMethodAndPath() {
    var request =
        GatewayJson.request(
            """
            {"path":"/v1/health","httpMethod":"GET","headers":null,"multiValueHeaders":null,
             "queryStringParameters":null,"body":null}
            """);

    assertThat(request.getHeaders()).isEmpty();
    assertThat(request.getQueryStringParameters()).isEmpty();
    assertThat(request.getBody()).isNull();
    assertThat(request.getIsBase64Encoded()).isFalse();
    assertThat(request.getRequestContext().getIdentity().getSourceIp()).isNull();
  }

  @Test
  void whatIsNoObjectIsNoRequest() {
    assertThatThrownBy(() -> GatewayJson.request("[]")).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void answerHasTheMembersThatAreThere() {
    var answer =
        new APIGatewayProxyResponseEvent()
            .withStatusCode(302)
            .withMultiValueHeaders(Map.of("Location", List.of("https://files.example/")));

    assertThat(GatewayJson.answer(answer))
        .isEqualTo(
            "{\"statusCode\":302,\"multiValueHeaders\":{\"Location\":[\"https://files.example/\"]}}");
  }
}
