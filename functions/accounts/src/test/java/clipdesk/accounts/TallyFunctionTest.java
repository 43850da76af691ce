package clipdesk.accounts;

import static clipdesk.accounts.tally.Occurrence.CHECK_FAILED;
import static clipdesk.accounts.tally.Occurrence.CODE_SENT;
import static clipdesk.accounts.tally.Occurrence.SIGN_IN_FAILED;
import static clipdesk.accounts.tally.Occurrence.SIGN_IN_LIMITED;
import static clipdesk.accounts.tally.Occurrence.TRIES_USED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What operators can see happen. */
final class TallyFunctionTest extends AccountsFunctionCalls {
  @Test
  void everyCodeMailThatMayGoIsCounted() {
    var id = verificationId(signUp(ADA, PASSWORD));
    assertThat(problem(signUp(ADA, PASSWORD))).isEqualTo("429 too-many-requests");
    clock.pass(Duration.ofSeconds(60));
    verificationId(resend(id));
    verificationId(requestReset(BOB));

    assertThat(tally.of(CODE_SENT)).isEqualTo(3);
  }

  @Test
  void wrongCodesAndTheLastOfThemAreCounted() {
    var id = verificationId(signUp(ADA, PASSWORD));
    for (int i = 0; i < 4; i++) {
      check(id, WRONG_CODE);
    }
    assertThat(tally.of(CHECK_FAILED)).isEqualTo(4);
    assertThat(tally.of(TRIES_USED_UP)).isZero();

    check(id, WRONG_CODE);
    check(id, WRONG_CODE);

    assertThat(tally.of(CHECK_FAILED)).isEqualTo(5);
    assertThat(tally.of(TRIES_USED_UP)).isEqualTo(1);
  }

  @Test
  void failedSignInsAndWhoIsSentAwayAreCounted() {
    account(ADA, PASSWORD);
    for (int i = 0; i < 102; i++) {
      signIn(ADA, "wrong");
    }

    assertThat(tally.of(SIGN_IN_FAILED)).isEqualTo(100);
    assertThat(tally.of(SIGN_IN_LIMITED)).isEqualTo(2);
  }

  @Test
  void rightPasswordsCountForNothing() {
    account(ADA, PASSWORD);
    for (int i = 0; i < 101; i++) {
      assertThat(signIn(ADA, PASSWORD).getStatusCode()).isEqualTo(201);
    }

    assertThat(tally.of(SIGN_IN_FAILED)).isZero();
  }
}
