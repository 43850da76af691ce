package clipdesk.common.aws;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes on conditions. A condition that failed is an answer; another transaction that was in the
 * way is none, and the write is tried again until it is out of it.
 */
public final class DynamoConditions {
  private static final int ROUNDS = 12;
  private static final Duration FIRST_WAIT = Duration.ofMillis(20);
  private static final int DOUBLINGS = 5;

  private DynamoConditions() {}

  /**
   * @param write of one item
   * @return whether its condition held
   */
  public static boolean hold(Runnable write) {
    for (int round = 1; ; round++) {
      try {
        write.run();
        return true;
      } catch (ConditionalCheckFailedException e) {
        return false;
      } catch (TransactionConflictException e) {
        waitOrThrow(round, e);
      }
    }
  }

  /**
   * @param transaction with a request token of its own, or a repetition fails on its own success
   * @return for each item why it was refused, {@code ConditionalCheckFailed} or {@code None}; none
   *     at all if everything was written
   */
  public static List<CancellationReason> refusals(Runnable transaction) {
    for (int round = 1; ; round++) {
      try {
        transaction.run();
        return List.of();
      } catch (TransactionCanceledException e) {
        if (e.cancellationReasons().stream().anyMatch(DynamoConditions::failed)) {
          return e.cancellationReasons();
        }
        if (e.cancellationReasons().stream().noneMatch(DynamoConditions::conflict)) {
          throw e;
        }
        waitOrThrow(round, e);
      }
    }
  }

  /**
   * @param transaction of the request token it is given, so that a repetition after a lost answer
   *     is this write and no other
   * @return whether every condition held and all of it was written, or nothing was
   */
  public static boolean holdTogether(Consumer<String> transaction) {
    var token = UUID.randomUUID().toString();
    return refusals(() -> transaction.accept(token)).isEmpty();
  }

  /** Whether it is the condition of this item that failed. */
  public static boolean failed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private static boolean conflict(CancellationReason reason) {
    return "TransactionConflict".equals(reason.code());
  }

  private static void waitOrThrow(int round, RuntimeException conflict) {
    if (round == ROUNDS) {
      throw conflict;
    }
    giveWay(round);
  }

  /**
   * Waits for as long as chance says, at most 20 ms after the first round, twice as long after each
   * other, 640 ms in the end. Waits that grew by a step alone would keep a crowd together: where
   * one write takes longer than they differ, all but one of them lose every round.
   */
  public static void giveWay(int round) {
    var longest = FIRST_WAIT.toNanos() << Math.min(round - 1, DOUBLINGS);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
  }
}
