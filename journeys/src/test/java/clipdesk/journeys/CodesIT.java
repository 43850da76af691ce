package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mailed codes: half an hour to the second, only the newest, only for whom they were sent. */
final class CodesIT {
  private static final Stack STACK = Stack.deployed();
  private static final Api ANONYMOUS = Api.of(STACK);
  private static final AccountsTable TABLE = new AccountsTable(STACK);
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final Duration LAST_SECOND = LIFE.minusSeconds(1);

  /** What codes are mailed for. */
  private enum Purpose {
    SIGN_UP,
    NEW_PASSWORD,
    NEW_ADDRESS;

    Asked ask() {
      var person = Person.named(STACK, "code", "en");
      if (this == SIGN_UP) {
        person.signUp();
        return new Asked(this, person, person.address(), person.mailbox());
      }
      person.join();
      if (this == NEW_PASSWORD) {
        TABLE.forgetMailsTo(person.address());
        person.forgetPassword("/en/");
        return new Asked(this, person, person.address(), person.mailbox());
      }
      var newAddress = Person.unique("moved") + "@outlet.example";
      person.moveTo(newAddress, Person.PASSWORD).expect(202);
      return new Asked(this, person, newAddress, new Mailbox(STACK, newAddress));
    }
  }

  /** Somebody who waits for a code. */
  private record Asked(Purpose purpose, Person person, String address, Mailbox mailbox) {
    String code() {
      return mailbox.next("the code").code();
    }

    Answer type(String code) {
      return purpose == Purpose.NEW_PASSWORD
          ? person.resetPassword(code, "Another-Horse-88!")
          : person.check(code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeIsTakenInItsLastSecond(Purpose purpose) {
    for (int attempt = 0; attempt < 5; attempt++) {
      var asked = purpose.ask();
      var code = asked.code();
      var end = TABLE.age(asked.person().verificationId(), LAST_SECOND);
      var answer = asked.type(code);
      // An answer that came later was asked for in time or was not: it says nothing.
      if (Instant.now().isBefore(end)) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return;
      }
    }
    abort("This machine never answered within the last second of a code");
  }

  @ParameterizedTest
  @EnumSource
  void codeIsDeadAtHalfAnHourAndANewOneIsTaken(Purpose purpose) {
    var asked = purpose.ask();
    var code = asked.code();
    TABLE.age(asked.person().verificationId(), LIFE);
    assertThat(asked.type(code).expect(410).problem()).contains("code-expired");

    TABLE.forgetMailsTo(asked.address());
    var again = asked.person().resend().expect(202);
    assertThat(again.json()).containsEntry("attemptsLeft", 5);
    assertThat(Instant.parse(again.text("expiresAt"))).isAfter(Instant.now());
    asked.type(asked.code()).expect(200);
  }

  @Test
  void anotherCodeReplacesTheFirst() {
    var asked = Purpose.SIGN_UP.ask();
    var first = asked.code();
    TABLE.forgetMailsTo(asked.address());
    asked.person().resend().expect(202);
    var second = asked.code();

    // One pair in a million is equal, and then the first code is the second.
    if (!first.equals(second)) {
      assertThat(asked.type(first).expect(422).json()).containsEntry("attemptsLeft", 4);
    }
    asked.type(second).expect(200);
  }

  @Test
  void anotherCodeAtOnceIsRefusedAndTellsWhenToComeBack() {
    var asked = Purpose.SIGN_UP.ask();
    var answer = asked.person().resend().expect(429);

    assertThat(answer.problem()).contains("too-many-requests");
    assertThat(answer.json()).containsEntry("reason", "cool-down");
    assertThat(answer.header("Retry-After").map(Integer::parseInt))
        .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
    asked.type(asked.code()).expect(200);
  }

  @Test
  void codeOfANewPasswordIsGoodForOnePassword() {
    var asked = Purpose.NEW_PASSWORD.ask();
    var code = asked.code();
    asked.type(code).expect(200);

    assertThat(asked.type(code).expect(410).problem()).contains("code-expired");
  }

  @Test
  void codeOfAnotherPersonIsNoUse() {
    var owner = Purpose.SIGN_UP.ask();
    var other = Purpose.SIGN_UP.ask();
    var code = owner.code();
    if (!code.equals(other.code())) {
      assertThat(other.type(code).expect(422).problem()).contains("code-mismatch");
    }
    owner.type(code).expect(200);
  }

  @Test
  void idOfASignUpOpensNoPassword() {
    var asked = Purpose.SIGN_UP.ask();
    var answer =
        ANONYMOUS.put(
            "/v1/password-resets/" + asked.person().verificationId(),
            Map.of("code", asked.code(), "newPassword", "Another-Horse-88!"));

    assertThat(answer.expect(410).problem()).contains("code-expired");
  }

  @Test
  void codeThatThePoolHasForgottenIsRefusedLikeAWrongOne() {
    var clock = new PoolClock(STACK);
    var asked = Purpose.SIGN_UP.ask();
    var code = asked.code();
    var forgotten = clock.later(Duration.ofHours(24), () -> asked.type(code)).expect(422);
    assertThat(forgotten.problem()).contains("code-mismatch");
    assertThat(forgotten.json()).containsEntry("attemptsLeft", 4);

    clock.later(Duration.ofHours(24).minusMinutes(5), () -> asked.type(code)).expect(200);
  }
}
