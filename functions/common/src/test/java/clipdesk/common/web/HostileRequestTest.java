package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.common.paging.PageRequest;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a gateway may let through gets an answer of the contract, through the entry class. */
final class HostileRequestTest {
  @RegisterExtension static final HostileFunction FUNCTION = new HostileFunction();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/hostile/%zz",
        "/v1/hostile/%",
        "/v1/hostile/%ED%A0%80",
        "/v1/hostile/{a}",
        "/v1/hostile/a b",
        "/v1/hostile/\u0000",
        "/v1/hostile/\ud800",
        "/v1/hostile/é",
        "/v1/hostile/#x",
        "/v1/hostile/?list",
        "/v1/hostile/\\",
        "/v1/hostile/[",
        "//",
        "/",
        "",
        "http://example.org/v1/hostile",
        "/v1//hostile",
        "/v1/hostile;a=b"
      })
  void aPathThatNamesNothingIsNotFound(String path) {
    assertThat(code(FUNCTION.call(GatewayCalls.call("GET", path)))).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%zz",
        "%",
        "",
        " ",
        "0",
        "101",
        "+5",
        "05",
        "5 ",
        "٣",
        "５",
        "1e1",
        "5.0",
        "-1",
        "99999999999999999999",
        "\u0000",
        "{a}",
        "null"
      })
  void onlyAPlainWholeNumberIsALimit(String limit) {
    assertThat(code(FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").query("limit", limit))))
        .isEqualTo("validation");
  }

  @Test
  void aParameterStandsOnceAndOthersAreNoMatter() {
    var twice = GatewayCalls.call("GET", "/v1/hostile").query("limit", "5");
    twice.event().getMultiValueQueryStringParameters().put("limit", List.of("5", "5"));
    assertThat(code(FUNCTION.call(twice))).isEqualTo("validation");
    var odd = GatewayCalls.call("GET", "/v1/hostile").query("%zz{", "\u0001").query("limit", "5");
    assertThat(FUNCTION.call(odd)).containsEntry("statusCode", 200).containsEntry("body", "5");
  }

  @ParameterizedTest
  @CsvSource({"name, a\ud800", "\udc00, x"})
  void halfASurrogatePairInTheQueryIsABadRequest(String name, String value) {
    assertThat(code(FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").query(name, value))))
        .isEqualTo("bad-request");
  }

  @Test
  void addressesAndHeadersHaveALength() {
    // "/v1/hostile" and "x=…&"
    var fits = "a".repeat(2048 - 14);
    assertThat(FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").query("x", fits)))
        .containsEntry("statusCode", 200);
    assertThat(code(FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").query("x", fits + "a"))))
        .isEqualTo("bad-request");
    assertThat(
            FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").header("X-A", "a".repeat(4096))))
        .containsEntry("statusCode", 200);
    assertThat(
            code(
                FUNCTION.call(
                    GatewayCalls.call("GET", "/v1/hostile").header("X-A", "a".repeat(4097)))))
        .isEqualTo("bad-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Language",
        "Accept-Charset",
        "If-None-Match",
        "Range",
        "Cookie",
        "Origin",
        "Odd Name"
      })
  void aHeaderThatNoServerShouldPassOnHurtsNobody(String name) {
    for (var value :
        List.of(
            "\u0000", "a\r\nX: y", " a ", "\u007f", "é", "%zz", "{", "", ",", ";", ",,;q=", "=")) {
      assertThat(FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").header(name, value)))
          .extracting("statusCode")
          .as(name + " " + value)
          .isIn(200, 406);
    }
  }

  @Test
  void halfASurrogatePairInAHeaderIsABadRequest() {
    assertThat(code(FUNCTION.call(GatewayCalls.call("GET", "/v1/hostile").header("X-A", "\ud800"))))
        .isEqualTo("bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%zz", "%", "a=b&a", "", "limit=7", "\u0000"})
  void fieldsOfAFormAreNotTheQuery(String form) {
    assertThat(
            FUNCTION.call(
                GatewayCalls.call("GET", "/v1/hostile")
                    .query("limit", "5")
                    .body("application/x-www-form-urlencoded", form)))
        .containsEntry("statusCode", 200)
        .containsEntry("body", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data; boundary=x", "multipart/form-data", "text/plain"})
  void aBodyOfAnotherTypeIsRefusedUnread(String type) {
    for (var body : List.of("action=%zz", "--x\r\n\r\nno end", "--x--", "")) {
      assertThat(code(FUNCTION.call(GatewayCalls.call("POST", "/v1/hostile").body(type, body))))
          .isEqualTo("unsupported-media-type");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=ISO-8859-1",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "Application/JSON ; charset="
      })
  void jsonIsUtf8WhateverItsTypeSays(String type) {
    assertThat(FUNCTION.call(GatewayCalls.call("POST", "/v1/hostile").body(type, "\"Київ\"")))
        .containsEntry("body", "\"Київ\"");
  }

  @Test
  void bytesThatAreNoUtf8AreABadRequest() {
    for (var bytes :
        List.of(
            "\"é\"".getBytes(StandardCharsets.ISO_8859_1),
            "\"é\"".getBytes(StandardCharsets.UTF_16),
            new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'})) {
      assertThat(code(base64(Base64.getEncoder().encodeToString(bytes)))).isEqualTo("bad-request");
    }
    assertThat(code(base64("no base64!"))).isEqualTo("bad-request");
    assertThat(base64(Base64.getEncoder().encodeToString("\"é\"".getBytes(StandardCharsets.UTF_8))))
        .containsEntry("body", "\"é\"");
  }

  private static Map<String, Object> base64(String body) {
    var call = GatewayCalls.call("POST", "/v1/hostile").json(body);
    var event = HostileFunction.event(call);
    event.put("isBase64Encoded", true);
    return FUNCTION.call(event);
  }

  private static String code(Map<String, Object> answer) {
    var problem = Json.object((String) answer.get("body"));
    assertThat(problem).containsEntry("status", answer.get("statusCode"));
    return (String) problem.get("code");
  }

  @Controller("/v1/hostile")
  @Requires(property = "hostile")
  static final class HostileController {
    @Get
    String list(HttpRequest<?> request) {
      return String.valueOf(PageRequest.of(request).limit());
    }

    @Post
    String echo(@Body String body) {
      return body;
    }
  }
}
