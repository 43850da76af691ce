package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.sessions.OwnSessions;
import clipdesk.accounts.sessions.Session;
import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a person is signed in, and what is left of a session that was ended: nothing. */
final class OwnSessionsFunctionTest extends AccountsFunctionCalls {
  private static final String MINE = "/v1/me/sessions";

  private final RecordedAccountEvents events = context.getBean(RecordedAccountEvents.class);

  @Test
  void everySessionIsShownTheNewestFirstAndWhichIsThis() {
    account(ADA, PASSWORD);
    var desk = signInFrom("198.51.100.7", "Desk/1.0");
    clock.pass(Duration.ofSeconds(60));
    var phone = signInFrom("2001:db8:1:2:3:4:5:6", "Phone/" + "9".repeat(300));
    clock.pass(Duration.ofMinutes(10));
    var refreshed = call(ownClient("POST", "/v1/sessions/refresh", refreshToken(desk)));

    var items = items(refreshed);

    assertThat(items)
        .extracting(
            item -> item.get("network"),
            item -> item.get("current"),
            item -> item.get("lastUsedAt"))
        .containsExactly(
            tuple("20010db800010002/64", false, "2026-02-12T15:02:01.000Z"),
            tuple("198.51.100.7", true, "2026-02-12T15:12:01.000Z"));
    assertThat(items.getLast())
        .containsEntry("userAgent", "Desk/1.0")
        .containsEntry("startedAt", "2026-02-12T15:01:01.000Z");
    assertThat((String) items.getFirst().get("userAgent")).hasSize(256);
    assertThat(refreshToken(phone)).startsWith(items.getFirst().get("sessionId") + "~");
  }

  @Test
  void listComesInPagesAndACursorIsGoodForItsOwnerOnly() {
    var bob = account(BOB, PASSWORD);
    account(ADA, PASSWORD);
    var seen = new ArrayList<Object>();
    for (int i = 0; i < 5; i++) {
      seen.addFirst(refreshToken(signIn(ADA, PASSWORD)).split("~", 2)[0]);
      clock.pass(Duration.ofSeconds(1));
    }
    var ada = users.find(ADA).orElseThrow().sub();
    var first = json(call(signedIn("GET", MINE, ada).query("limit", "3")));
    var cursor = (String) first.get("nextCursor");
    var second = json(call(signedIn("GET", MINE, ada).query("limit", "3").query("cursor", cursor)));

    assertThat(second).doesNotContainKey("nextCursor");
    assertThat(List.of(first, second))
        .flatExtracting(page -> (List<?>) page.get("items"))
        .extracting(item -> ((Map<?, ?>) item).get("sessionId"))
        .isEqualTo(seen);
    assertThat(problem(call(signedIn("GET", MINE, bob).query("cursor", cursor))))
        .isEqualTo("400 bad-request");
    assertThat(problem(call(signedIn("GET", MINE, ada).query("limit", "0"))))
        .isEqualTo("422 validation");
  }

  @Test
  void sessionThatWasEndedFromElsewhereIsOverAtOnce() {
    var sub = account(ADA, PASSWORD);
    var stolen = signIn(ADA, PASSWORD);
    var here = signIn(ADA, PASSWORD);

    assertThat(call(with(here, "DELETE", MINE + "/" + id(stolen))).getStatusCode()).isEqualTo(204);

    assertThat(problem(call(with(stolen, "GET", "/v1/me")))).isEqualTo("401 unauthenticated");
    var refused = call(ownClient("POST", "/v1/sessions/refresh", refreshToken(stolen)));
    assertThat(problem(refused)).isEqualTo("401 unauthenticated");
    assertThat(header(refused, "Set-Cookie")).contains("Max-Age=0");
    assertThat(call(with(here, "GET", "/v1/me")).getStatusCode()).isEqualTo(200);
    assertThat(items(here)).hasSize(1);
    assertThat(events.ended()).containsExactly(sub + " " + family(stolen));
    assertThat(users.knows(refreshToken(stolen).split("~", -1)[1]))
        .as("ended at Cognito when it came back")
        .isFalse();
  }

  @Test
  void signOutEndsTheAccessTokenToo() {
    var sub = account(ADA, PASSWORD);
    var here = signIn(ADA, PASSWORD);
    var there = signIn(ADA, PASSWORD);

    call(ownClient("DELETE", "/v1/sessions/current", refreshToken(here)));

    assertThat(problem(call(with(here, "GET", "/v1/me")))).isEqualTo("401 unauthenticated");
    assertThat(call(with(there, "GET", "/v1/me")).getStatusCode()).isEqualTo(200);
    assertThat(events.ended()).containsExactly(sub + " " + family(here));
  }

  @Test
  void reusedRefreshTokenEndsTheAccessTokensOfItsSession() {
    account(ADA, PASSWORD);
    var signedIn = signIn(ADA, PASSWORD);
    var next = call(ownClient("POST", "/v1/sessions/refresh", refreshToken(signedIn)));

    call(ownClient("POST", "/v1/sessions/refresh", refreshToken(signedIn)));

    assertThat(problem(call(with(next, "GET", "/v1/me")))).isEqualTo("401 unauthenticated");
    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", refreshToken(next)))))
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void endingASessionAsksForTheSignInOfTheLastFiveMinutes() {
    account(ADA, PASSWORD);
    var here = signIn(ADA, PASSWORD);
    var old = with(here, "DELETE", MINE + "/" + id(here));
    clock.pass(Duration.ofMinutes(5).plusSeconds(1));

    assertThat(problem(call(old))).isEqualTo("401 reauthentication-required");
    assertThat(call(with(here, "GET", "/v1/me")).getStatusCode()).isEqualTo(200);
  }

  @Test
  void sessionsOfOthersAndOfBeforeASignOutEverywhereAreNotFound() {
    account(BOB, PASSWORD);
    var ada = account(ADA, PASSWORD);
    var before = signIn(ADA, PASSWORD);
    call(signedIn("DELETE", "/v1/sessions", ada));
    clock.pass(Duration.ofSeconds(1));
    var here = signIn(ADA, PASSWORD);
    var foreign = signIn(BOB, PASSWORD);

    assertThat(items(here)).hasSize(1);
    for (var id : List.of(id(foreign), id(before), "se_" + "A".repeat(22), "se_x", "vf_x")) {
      assertThat(problem(call(with(here, "DELETE", MINE + "/" + id)))).isEqualTo("404 not-found");
    }
    assertThat(call(with(foreign, "GET", "/v1/me")).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"close session", "revoke"})
  void signOutThatStoppedMayBeRepeated(String step) {
    account(ADA, PASSWORD);
    var here = signIn(ADA, PASSWORD);
    var signOut = ownClient("DELETE", "/v1/sessions/current", refreshToken(here));
    breakdown.before(step);
    assertThat(problem(call(signOut))).isEqualTo("500 internal");
    assertThat(problem(call(with(here, "GET", "/v1/me")))).isEqualTo("401 unauthenticated");

    assertThat(call(signOut).getStatusCode()).isEqualTo(204);

    assertThat(events.ended()).contains(users.find(ADA).orElseThrow().sub() + " " + family(here));
    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", refreshToken(here)))))
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void refreshThatRanBesideASignOutEverywhereGivesNothing() {
    var sub = account(ADA, PASSWORD);
    var here = signIn(ADA, PASSWORD);
    breakdown.before("sign out");
    assertThat(problem(call(signedIn("DELETE", "/v1/sessions", sub)))).isEqualTo("500 internal");

    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", refreshToken(here)))))
        .as("Cognito would still take it")
        .isEqualTo("401 unauthenticated");
  }

  @Test
  void sessionIsOverThirtyDaysAfterItsSignIn() {
    account(ADA, PASSWORD);
    var old = signIn(ADA, PASSWORD);
    clock.pass(Session.LIFE.minusSeconds(1));
    var here = signIn(ADA, PASSWORD);
    assertThat(items(here)).hasSize(2);
    var refreshed = call(ownClient("POST", "/v1/sessions/refresh", refreshToken(old)));
    assertThat(refreshed.getStatusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));

    assertThat(items(here)).hasSize(1);
    assertThat(problem(call(with(here, "DELETE", MINE + "/" + id(old)))))
        .isEqualTo("404 not-found");
    var refresh = ownClient("POST", "/v1/sessions/refresh", refreshToken(refreshed));
    assertThat(problem(call(refresh))).isEqualTo("401 unauthenticated");
  }

  @Test
  void sessionThatCognitoHasEndedIsNoLongerShownOnceItComesBack() {
    var sub = account(ADA, PASSWORD);
    var ended = signIn(ADA, PASSWORD);
    users.signOutEverywhere(sub);
    var here = signIn(ADA, PASSWORD);

    call(ownClient("POST", "/v1/sessions/refresh", refreshToken(ended)));

    assertThat(items(here)).hasSize(1);
    assertThat(problem(call(with(ended, "GET", "/v1/me")))).isEqualTo("401 unauthenticated");
  }

  @Test
  void signInBesideADeletionLeavesNoSession() {
    var sub = account(ADA, PASSWORD);
    breakdown.before("delete user");
    call(signedIn("DELETE", "/v1/me", sub));

    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");

    var left = context.getBean(OwnSessions.class).of(sub, Instant.EPOCH, /* limit= */ 1, Map.of());
    assertThat(left.sessions()).isEmpty();
  }

  private APIGatewayProxyResponseEvent signInFrom(String address, String userAgent) {
    return call(
        GatewayCalls.call("POST", "/v1/sessions")
            .json(Json.text(Map.of("email", ADA, "password", PASSWORD)))
            .header("User-Agent", userAgent)
            .from(address));
  }

  private List<Map<String, Object>> items(APIGatewayProxyResponseEvent signedIn) {
    var page = json(call(with(signedIn, "GET", MINE)));
    var items = new ArrayList<Map<String, Object>>();
    for (var item : (List<?>) page.get("items")) {
      items.add(Json.object(Json.text(item)));
    }
    return items;
  }

  private static String id(APIGatewayProxyResponseEvent signedIn) {
    return refreshToken(signedIn).split("~", 2)[0];
  }
}
