package clipdesk.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

final class DynamoConditionsTest {
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void conditionThatFailedIsAnAnswer() {
    assertThat(DynamoConditions.hold(() -> {})).isTrue();
    assertThat(
            DynamoConditions.hold(() -> fail(1, ConditionalCheckFailedException.builder().build())))
        .isFalse();
    assertThat(calls).hasValue(1);
  }

  @Test
  void anotherTransactionInTheWayIsNoneAndTheWriteIsTriedAgain() {
    var conflict = TransactionConflictException.builder().build();

    assertThat(DynamoConditions.hold(() -> fail(3, conflict))).isTrue();

    assertThat(calls).hasValue(4);
  }

  @Test
  void transactionSaysWhichItemRefusedIt() {
    var refusals =
        DynamoConditions.refusals(() -> fail(1, cancelled("None", "ConditionalCheckFailed")));

    assertThat(refusals).extracting(DynamoConditions::failed).containsExactly(false, true);
    assertThat(calls).hasValue(1);
  }

  @Test
  void transactionThatMeetsAnotherIsTriedAgain() {
    assertThat(DynamoConditions.refusals(() -> fail(2, cancelled("TransactionConflict", "None"))))
        .isEmpty();
    assertThat(calls).hasValue(3);
  }

  @Test
  void whatNeverGetsThroughIsThrownAfterTwelveTries() {
    assertThatThrownBy(
            () -> DynamoConditions.refusals(() -> fail(99, cancelled("TransactionConflict"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(calls).hasValue(12);
  }

  @Test
  void anyOtherCancellationIsThrownAtOnce() {
    assertThatThrownBy(
            () -> DynamoConditions.refusals(() -> fail(99, cancelled("ValidationError"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(calls).hasValue(1);
  }

  private void fail(int times, RuntimeException failure) {
    if (calls.incrementAndGet() <= times) {
      throw failure;
    }
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes).map(it -> CancellationReason.builder().code(it).build()).toList())
        .build();
  }
}
