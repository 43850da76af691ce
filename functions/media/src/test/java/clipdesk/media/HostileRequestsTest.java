package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.InMemoryClipFiles;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send to clips and downloads: no answer is of 500 or outside the contract. */
final class HostileRequestsTest extends MediaFunctionCalls {
  private static final int BODIES = 500;
  private static final Set<Integer> ANSWERS =
      Set.of(200, 201, 202, 400, 403, 404, 409, 410, 413, 422, 429, 451);
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "1",
          "-1",
          "1.0",
          "1.5",
          "1e400",
          "-1e-400",
          "1E3",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "123456789012345678901234567890",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "\"\"",
          "\"v1\"",
          "\"exact\"",
          "\"a\\u0000b\"",
          "\"\\u202e\"",
          "\"\\ud83d\\ude00\"",
          "\"cafe\\u0301\"",
          "\"'; DROP TABLE--\"",
          "\"../../x\"",
          "\"" + "x".repeat(5000) + "\"",
          "\"" + SampleVideos.ID + "\"",
          "\"" + CLIP + "\"",
          "\"2026-01\"",
          "\"web\"",
          "{\"frame\":3}",
          "{\"ms\":9007199254740993}",
          "{\"frame\":1,\"ms\":1}",
          "{\"frame\":1000}",
          "[\"v1\",\"v1\"]",
          "[\"v1\",7]",
          "{\"ms\":40000}");

  private final Random random = new Random(7);

  @Test
  void noBodyMakesClipsFail() {
    for (int i = 0; i < BODIES; i++) {
      var body = object("videoId", "ranges", "tracks", "profile", "handlesMs", "nobody");
      check("seed 7, body " + i + ": " + body, post("/v1/clips", "person-" + i, body));
    }
  }

  @Test
  void noBodyMakesDownloadsFail() {
    context.getBean(InMemoryClipFiles.class).put(CLIP, SampleVideos.ID, "", "10:00:03:12");
    for (int i = 0; i < BODIES; i++) {
      var body = object("items", "termsVersion", "nobody");
      var call =
          GatewayCalls.call("POST", "/v1/downloads")
              .header("Idempotency-Key", "0123456789abcdef-" + i)
              .signedIn("person-" + i);
      check("seed 7, body " + i + ": " + body, call(call.json(body)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "{} {}",
        "{\"videoId\":}",
        "{\"a\":1,\"a\":2}",
        "\ufeff{}",
        "{'a':1}",
        "NaN"
      })
  void whatIsNoObjectIsABadRequestOrInvalid(String body) {
    for (var path : List.of("/v1/clips", "/v1/downloads")) {
      var call =
          GatewayCalls.call("POST", path)
              .header("Idempotency-Key", "0123456789abcdef")
              .signedIn("ann");
      assertThat(call(call.json(body)).getStatusCode()).as(path).isIn(400, 422);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "0",
        "101",
        "99999999999999999999",
        "1e1",
        "x",
        "NaN",
        "\0",
        "a.b",
        "..",
        ".",
        "é",
        "\ud83d\ude00",
        "null",
        "[]",
        "%zz",
        "%00",
        "'"
      })
  void noQueryMakesAListFail(String value) {
    for (var path : List.of("/v1/clips", "/v1/me/clips", "/v1/me/downloads")) {
      for (var name : List.of("ids", "limit", "cursor", "nobody")) {
        var call = GatewayCalls.call("GET", path).query(name, value).signedIn("ann");
        check(path + "?" + name + "=" + value, call(call));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "..", "dt_", "é", "\ud83d\ude00", "a%2Fb", "'"})
  void noNameMakesAPathFail(String name) {
    for (var path : List.of("/v1/clips/", "/v1/downloads/", "/v1/downloads/dt_x/")) {
      check(path + name, call(GatewayCalls.call("GET", path + name).signedIn("ann")));
    }
    check(
        "revoke " + name,
        call(GatewayCalls.call("DELETE", "/v1/me/downloads/" + name).signedIn("ann")));
  }

  /** Members in any number, each of any kind; every other one as it should be. */
  private String object(String... names) {
    var members = new StringBuilder("{");
    for (var name : names) {
      if ((random.nextInt(8) > 0 && !name.equals("nobody")) || random.nextInt(12) == 0) {
        members.append(members.length() > 1 ? "," : "").append('"').append(name).append("\":");
        members.append(random.nextInt(3) == 0 ? any() : proper(name));
      }
    }
    return members.append('}').toString();
  }

  private String proper(String name) {
    return switch (name) {
      case "videoId" -> "\"" + SampleVideos.ID + "\"";
      case "ranges" -> "[{\"in\":" + any() + ",\"out\":" + any() + ",\"label\":" + any() + "}]";
      case "items" ->
          random.nextBoolean()
              ? "[{\"clipId\":" + any() + "}]"
              : "[{\"videoId\":" + any() + ",\"rendition\":" + any() + "}]";
      case "termsVersion" -> "\"2026-01\"";
      case "tracks" -> "[\"v1\"]";
      case "handlesMs" -> Integer.toString(random.nextInt(12_000));
      default -> "\"exact\"";
    };
  }

  private String any() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private static void check(String what, APIGatewayProxyResponseEvent answer) {
    assertThat(answer.getStatusCode()).as(what).isIn(ANSWERS);
    if (answer.getStatusCode() >= 400) {
      assertThat(header(answer, "Content-Type")).as(what).startsWith("application/problem+json");
      assertThat(Json.object(answer.getBody())).as(what).containsKeys("type", "code", "status");
    }
  }
}
