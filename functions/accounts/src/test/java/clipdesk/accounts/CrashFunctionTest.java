package clipdesk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.profile.InMemoryProfiles;
import clipdesk.accounts.sessions.OwnSessions;
import clipdesk.accounts.sweep.Sweeps;
import clipdesk.common.localisation.Language;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function stops before each step in turn, and the person or the sweep goes on. */
final class CrashFunctionTest extends AccountsFunctionCalls {
  @ParameterizedTest
  @ValueSource(strings = {"announce", "sign out", "delete user", "forget sessions", "remove row"})
  void deletionThatStoppedIsFinishedByTheSweep(String step) {
    var sub = account(ADA, PASSWORD);
    var events = context.getBean(RecordedAccountEvents.class);
    var profiles = context.getBean(InMemoryProfiles.class);
    breakdown.before(step);
    stopped(call(signedIn("DELETE", "/v1/me", sub)));
    assertThat(problem(call(signedIn("GET", "/v1/me", sub)))).isEqualTo("401 unauthenticated");
    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");
    clock.pass(Duration.ofMinutes(2).plusSeconds(1));

    Sweeps.of(context).sweep();

    assertThat(users.find(sub)).isEmpty();
    assertThat(profiles.find(sub)).isEmpty();
    assertThat(events.deleted()).contains(sub + " " + ADA).allMatch(it -> it.startsWith(sub));
  }

  @Test
  void accountWhoseUserWasDeletedAtThePoolIsForgottenByTheSweep() {
    var gone = account(ADA, PASSWORD);
    var kept = account(BOB, PASSWORD);
    users.delete(gone);
    clock.pass(Duration.ofHours(1));

    Sweeps.of(context).sweep();

    assertThat(context.getBean(InMemoryProfiles.class).created()).containsOnlyKeys(kept);
    assertThat(context.getBean(RecordedAccountEvents.class).deleted()).containsExactly(gone + " -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "register", "issued", "current"})
  void signUpThatStoppedIsBegunAnew(String step) {
    breakdown.before(step);
    stopped(signUp(ADA, OTHER_PASSWORD));
    clock.pass(Duration.ofSeconds(60));

    var id = verificationId(signUp(ADA, PASSWORD));

    assertThat(check(id, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void codeThatWasSentAgainAndNotNotedIsSentOnceMore() {
    var id = verificationId(signUp(ADA, PASSWORD));
    check(id, WRONG_CODE);
    clock.pass(Duration.ofSeconds(60));
    breakdown.before("resent");
    stopped(resend(id));
    assertThat(json(check(id, WRONG_CODE)))
        .as("no more tries at the code that was not noted")
        .containsEntry("attemptsLeft", 3);
    clock.pass(Duration.ofSeconds(60));

    verificationId(resend(id));

    assertThat(check(id, codes.signUpCode(ADA)).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create row", "done"})
  void checkThatStoppedMayBeRepeated(String step) {
    var id = verificationId(signUp(ADA, PASSWORD));
    var code = codes.signUpCode(ADA);
    breakdown.before(step);
    stopped(check(id, code));

    assertThat(check(id, code).getStatusCode()).isEqualTo(200);
    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void profileThatACrashLeftOutIsMadeAtTheFirstSignIn() throws Exception {
    codes.register(ADA, PASSWORD, Language.FR);
    var sub = users.find(ADA).orElseThrow().sub();
    assertThat(codes.confirm(sub, codes.signUpCode(ADA))).isTrue();

    assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
    assertThat(call(signedIn("GET", "/v1/me", sub)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void resetThatStoppedBehindTheNewPasswordEndsTheSessionsByTheSweep() {
    account(ADA, PASSWORD);
    var refresh = refreshToken(signIn(ADA, PASSWORD));
    var id = verificationId(requestReset(ADA));
    breakdown.before("done");
    stopped(reset(id, codes.resetCode(ADA).orElseThrow(), OTHER_PASSWORD));
    assertThat(verifications.toSignOut()).containsExactly(ADA);
    clock.pass(Duration.ofMinutes(2).plusSeconds(1));

    Sweeps.of(context).sweep();

    assertThat(problem(call(ownClient("POST", "/v1/sessions/refresh", refresh))))
        .isEqualTo("401 unauthenticated");
    assertThat(verifications.toSignOut()).isEmpty();
    assertThat(signIn(ADA, OTHER_PASSWORD).getStatusCode()).isEqualTo(201);
  }

  @Test
  void signInDuringTheErasureOfItsAccountIsRefusedAndLeavesNoSession() {
    var sub = account(ADA, PASSWORD);
    var profiles = context.getBean(InMemoryProfiles.class);
    profiles.remove(sub);
    profiles.eraseWhatIsMade();

    assertThat(problem(signIn(ADA, PASSWORD))).isEqualTo("401 sign-in-failed");

    assertThat(context.getBean(OwnSessions.class).of(sub, Instant.EPOCH, 10, Map.of()).sessions())
        .isEmpty();
  }

  private void stopped(APIGatewayProxyResponseEvent answer) {
    assertThat(breakdown.stillAhead()).isFalse();
    assertThat(problem(answer)).isEqualTo("500 internal");
  }
}
