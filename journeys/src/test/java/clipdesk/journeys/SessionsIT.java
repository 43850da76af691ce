package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions: kept by a cookie that rotates, ended here or everywhere. */
final class SessionsIT {
  private static final Stack STACK = Stack.deployed();

  /** Two tabs may send the same cookie for ten seconds. */
  private static final Duration PAST_THE_GRACE = Duration.ofSeconds(11);

  private static final Duration A_SESSION = Duration.ofDays(30);

  private final Person person = Person.named(STACK, "reader", "en");

  @BeforeEach
  void join() {
    person.join();
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    var cookie = person.signIn(Person.PASSWORD).expect(201).header("Set-Cookie").orElseThrow();

    assertThat(cookie.split("; ", -1))
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=2592000")
        .anySatisfy(part -> assertThat(part).startsWith("__Host-clipdesk-refresh="));
  }

  @Test
  void refreshGivesAnotherTokenAndAnotherCookie() {
    var browser = browser();
    var first = browser.cookie();
    var refreshed = browser.refresh().expect(200);

    assertThat(browser.cookie()).isNotEqualTo(first);
    Api.of(STACK).signedIn(refreshed.text("accessToken")).get("/v1/me").expect(200);
  }

  @Test
  void signOutEndsTheSessionAndNoOther() {
    var here = browser();
    var token = person.api();
    var elsewhere = browser();
    var signedOut = here.signOut().expect(204);

    assertThat(signedOut.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(here.refresh().expect(401).problem()).contains("unauthenticated");
    assertThat(token.get("/v1/me").expect(401).problem()).contains("unauthenticated");
    elsewhere.refresh().expect(200);
    person.api().get("/v1/me").expect(200);
  }

  @Test
  void everySessionIsSeenAndAnyOneIsEndedFromElsewhere() {
    var stolen = browser();
    var stolenToken = person.api();
    stolen.refresh().expect(200);
    var here = person.signIn(Person.PASSWORD).expect(201);
    var sessions = person.api().get("/v1/me/sessions").expect(200).objects("items");

    assertThat(sessions)
        .hasSize(3)
        .filteredOn("current", true)
        .singleElement()
        .satisfies(
            it -> assertThat(it).containsEntry("sessionId", new Browser(STACK, here).sessionId()));
    assertThat(sessions)
        .allSatisfy(
            it ->
                assertThat(it)
                    .containsKeys("sessionId", "startedAt", "lastUsedAt", "network", "userAgent"));
    person.api().delete("/v1/me/sessions/" + stolen.sessionId()).expect(204);

    assertThat(stolenToken.get("/v1/me").expect(401).problem()).contains("unauthenticated");
    assertThat(stolen.refresh().expect(401).problem()).contains("unauthenticated");
    new Browser(STACK, here).refresh().expect(200);
    assertThat(person.api().get("/v1/me/sessions").expect(200).objects("items")).hasSize(2);
  }

  @Test
  void sessionsOfOthersAreNotFound() {
    var other = Person.named(STACK, "stranger", "en");
    other.join();
    var foreign = new Browser(STACK, other.signIn(Person.PASSWORD).expect(201));
    var path = "/v1/me/sessions/" + foreign.sessionId();

    assertThat(person.api().delete(path).expect(404).problem()).contains("not-found");
    foreign.refresh().expect(200);
  }

  @Test
  void signInEndsTheSessionThatTheBrowserHeldAndNoOther() {
    var signedIn = person.signIn(Person.PASSWORD).expect(201);
    var elsewhere = browser();
    var here = new Browser(STACK, signedIn);
    here.signIn(person.address(), Person.PASSWORD);

    assertThat(new Browser(STACK, signedIn).refresh().expect(401).problem())
        .contains("unauthenticated");
    here.refresh().expect(200);
    elsewhere.refresh().expect(200);
  }

  @Test
  void signOutEverywhereEndsEverySessionAndEveryToken() {
    var here = browser();
    var elsewhere = browser();
    var token = person.api();
    token.delete("/v1/sessions").expect(204);

    assertThat(token.get("/v1/me").expect(401).problem()).contains("unauthenticated");
    assertThat(here.refresh().expect(401).problem()).contains("unauthenticated");
    assertThat(elsewhere.refresh().expect(401).problem()).contains("unauthenticated");
  }

  @Test
  void cookieThatWasUsedIsRefusedAndTakenAway() {
    var clock = new PoolClock(STACK);
    var signedIn = person.signIn(Person.PASSWORD).expect(201);
    new Browser(STACK, signedIn).refresh().expect(200);
    var thief = new Browser(STACK, signedIn);
    var refused = clock.later(PAST_THE_GRACE, thief::refresh).expect(401);

    assertThat(refused.problem()).contains("unauthenticated");
    assertThat(refused.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(person.api().get("/v1/me").expect(401).problem())
        .as("all that the two of them held is over")
        .contains("unauthenticated");
  }

  @Test
  void sessionEndsThirtyDaysAfterThePasswordHoweverOftenItIsRefreshed() {
    var clock = new PoolClock(STACK);
    var browser = browser();
    clock.later(A_SESSION.minusHours(1), browser::refresh).expect(200);

    assertThat(clock.later(A_SESSION, browser::refresh).expect(401).problem())
        .contains("unauthenticated");
  }

  @Test
  void passwordIsGoodForYears() {
    var years = Duration.ofDays(3 * 365);

    new PoolClock(STACK).later(years, () -> person.signIn(Person.PASSWORD)).expect(201);
  }

  @Test
  void operatorEndsEverySessionOfAnAccount() {
    var browser = browser();
    try (var cognito = STACK.cognito()) {
      cognito.adminUserGlobalSignOut(
          end -> end.userPoolId(STACK.output("UserPoolId")).username(person.address()));
    }

    assertThat(browser.refresh().expect(401).problem()).contains("unauthenticated");
  }

  private Browser browser() {
    return new Browser(STACK, person.signIn(Person.PASSWORD).expect(201));
  }
}
