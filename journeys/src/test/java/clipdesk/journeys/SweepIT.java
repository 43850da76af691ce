package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hourly sweep does for people, without the hour. */
final class SweepIT {
  private static final Stack STACK = Stack.deployed();
  private static final Duration PASS = Duration.ofSeconds(60);

  private final AccountsTable table = new AccountsTable(STACK);

  @BeforeEach
  void onlyWhereNobodyElseIsSwept() {
    Emulated.only(STACK, "the accounts of a real stack are swept by their own hours");
  }

  @Test
  void accountWhoseUserWasDeletedAtThePoolIsForgottenAndNoOther() {
    var gone = oldAccount("gone");
    var kept = oldAccount("kept");
    deleteAtThePool(gone);

    Eventually.within(
        PASS,
        "the row of the user who is gone",
        () -> {
          sweep();
          return Optional.of(gone).filter(it -> !table.hasAccount(it));
        });

    assertThat(table.hasAccount(kept)).isTrue();
  }

  /** Returns its id. */
  private String oldAccount(String name) {
    var person = Person.named(STACK, name, "en");
    person.join();
    var id = person.api().get("/v1/me").expect(200).text("accountId");
    table.ageAccount(id, Duration.ofHours(2));
    return id;
  }

  private static void deleteAtThePool(String accountId) {
    try (var cognito = STACK.cognito()) {
      cognito.adminDeleteUser(
          delete -> delete.userPoolId(STACK.output("UserPoolId")).username(accountId));
    }
  }

  private static void sweep() {
    try (var lambda = STACK.lambda()) {
      var answer =
          lambda.invoke(
              invoke ->
                  invoke
                      .functionName(STACK.output("StackName") + "-accounts-sweep")
                      .qualifier("live"));
      assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
    }
  }
}
