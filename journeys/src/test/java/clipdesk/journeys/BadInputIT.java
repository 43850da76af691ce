package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers get wrong, each answered with the documented problem through the real gateway. */
final class BadInputIT {
  private static final Stack STACK = Stack.deployed();
  private static final Api ANONYMOUS = Api.of(STACK);
  private static Api signedIn;

  private static synchronized Api signedIn() {
    if (signedIn == null) {
      var person = Person.named(STACK, "clumsy", "en");
      person.join();
      signedIn = person.api();
    }
    return signedIn;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\":              | 400 | bad-request",
        "[]                       | 400 | bad-request",
        "{\"email\":1}            | 422 | validation",
        "{\"email\":NaN}          | 400 | bad-request",
        "{}                       | 422 | validation",
        "{\"nobody\":\"asked\"}   | 422 | validation"
      })
  void bodiesThatCannotBeReadOrBreakARuleAreRefused(String body, int status, String code) {
    var answer = ANONYMOUS.send("POST", "/v1/accounts", "application/json", body).expect(status);

    assertProblem(answer, code);
  }

  @Test
  void bodyOfAMebibyteIsTooLarge() {
    var body = "{\"email\":\"" + "a".repeat(1024 * 1024) + "\"}";
    var answer = ANONYMOUS.send("POST", "/v1/accounts", "application/json", body).expect(413);

    assertProblem(answer, "payload-too-large");
  }

  @Test
  void formInsteadOfJsonIsAnUnsupportedMediaType() {
    var answer =
        ANONYMOUS
            .send("POST", "/v1/sessions", "application/x-www-form-urlencoded", "email=a")
            .expect(415);

    assertProblem(answer, "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({"GET, /v1/nothing", "GET, /v1", "PUT, /v1/videos/x/nothing"})
  void unknownRoutesAreNotFound(String method, String path) {
    assertProblem(ANONYMOUS.send(method, path, null, null).expect(404), "not-found");
  }

  @Test
  void wrongMethodIsNotAllowedAndTheRightOnesAreNamed() {
    var answer = ANONYMOUS.put("/v1/videos", Map.of()).expect(405);

    assertProblem(answer, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/me", "/v1/me/clips", "/v1/clips/x", "/v1/editor/videos"})
  void missingTokenIsUnauthenticated(String path) {
    var answer = ANONYMOUS.get(path).expect(401);

    assertProblem(answer, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void tamperedAndUnsignedTokensAreUnauthenticated() {
    var person = Person.named(STACK, "tamperer", "en");
    person.join();
    var token = person.signIn(Person.PASSWORD).expect(201).text("accessToken");
    var parts = token.split("\\.", 3);
    var unsigned =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    "{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            + "."
            + parts[1]
            + ".";

    for (var bad : List.of("rubbish", parts[0] + "." + parts[1] + ".AAAA", unsigned)) {
      assertProblem(ANONYMOUS.signedIn(bad).get("/v1/me").expect(401), "unauthenticated");
    }
  }

  @Test
  void unknownVideoIsNotFound() {
    assertProblem(ANONYMOUS.get("/v1/videos/no-such-video").expect(404), "not-found");
    assertProblem(
        signedIn()
            .post("/v1/clips", Map.of("videoId", "no-such-video", "ranges", List.of(range(0, 1))))
            .expect(404),
        "not-found");
  }

  @Test
  void fiftyOneRangesAreTooMany() {
    var ranges = new ArrayList<Map<String, Object>>();
    for (long in = 0; in < 51; in++) {
      ranges.add(range(in, in + 1));
    }
    var answer = signedIn().post("/v1/clips", Map.of("videoId", "no-such-video", "ranges", ranges));

    assertProblem(answer.expect(422), "validation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "1.5", "true", "{}", "\"12\""})
  void positionsAreWholeNumbers(String literal) {
    var body =
        "{\"videoId\":\"no-such-video\",\"ranges\":[{\"in\":{\"frame\":%s},\"out\":{\"frame\":9}}]}"
            .formatted(literal);

    assertProblem(
        signedIn().send("POST", "/v1/clips", "application/json", body).expect(422), "validation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "be", "ua", "de", ""})
  void languagesWeDoNotSpeakAreRefusedByNameAndNeverReplaced(String language) {
    assertProblem(ANONYMOUS.get("/v1/videos?lang=" + language).expect(422), "validation");
  }

  @Test
  void foreignCursorIsABadRequest() {
    assertProblem(ANONYMOUS.get("/v1/videos?cursor=AAAA.e30").expect(400), "bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "x", "1.5"})
  void limitsStayWithinTheirBounds(String limit) {
    assertProblem(ANONYMOUS.get("/v1/videos?limit=" + limit).expect(422), "validation");
  }

  private static void assertProblem(Answer answer, String code) {
    assertThat(answer.problem()).contains(code);
    assertThat(answer.json())
        .containsEntry("type", "urn:clipdesk:problem:" + code)
        .containsEntry("status", answer.status())
        .containsKeys("title", "instance", "traceId");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  private static Map<String, Object> range(long in, long out) {
    return Map.of("in", Map.of("frame", in), "out", Map.of("frame", out));
  }
}
