package clipdesk.common.aws;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes messages among which accounts may be deleted: first every mark, which refuses requests from
 * then on; then, once no request is running that was let in before, what is to be erased.
 */
public final class MarkThenErase {
  private final Runnable letRequestsEnd;

  /**
   * @param letRequestsEnd returns when a request that was let in before has written what it may
   */
  public MarkThenErase(Runnable letRequestsEnd) {
    this.letRequestsEnd = letRequestsEnd;
  }

  /** Waits for as long as a request may run: nothing tells when the last of them has ended. */
  public static MarkThenErase waiting(Duration longestRequest) {
    return new MarkThenErase(() -> pause(longestRequest));
  }

  /**
   * @param take does the work of a message, and says which account is to be erased, if any
   */
  public void process(
      QueueBatch batch,
      Function<QueueBatch.Message, Optional<String>> take,
      Consumer<String> erase) {
    var deleted = new LinkedHashMap<QueueBatch.Message, String>();
    for (var message : batch.messages()) {
      batch.attempt(message, () -> take.apply(message).ifPresent(it -> deleted.put(message, it)));
    }
    if (!deleted.isEmpty()) {
      letRequestsEnd.run();
      deleted.forEach(
          (message, accountId) -> batch.attempt(message, () -> erase.accept(accountId)));
    }
  }

  private static void pause(Duration longestRequest) {
    try {
      Thread.sleep(longestRequest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before an account was erased", e);
    }
  }
}
