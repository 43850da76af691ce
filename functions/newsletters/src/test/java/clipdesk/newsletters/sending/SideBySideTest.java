package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SideBySideTest {
  /** Long enough for what must not happen, if it could. */
  private static final Duration MEANWHILE = Duration.ofMillis(100);

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicReference<Throwable> thrown = new AtomicReference<>();

  private Thread each(int atOnce, List<String> items, Consumer<String> work) {
    return Thread.ofVirtual()
        .uncaughtExceptionHandler((_, e) -> thrown.set(e))
        .start(
            () ->
                SideBySide.upTo(atOnce)
                    .each(
                        items,
                        item -> {
                          threads.add(Thread.currentThread());
                          work.accept(item);
                          ended.add(item);
                        }));
  }

  private void allThreadsEnd() throws InterruptedException {
    for (var thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(5))).as("%s has ended", thread).isTrue();
    }
  }

  @Test
  void asManyAsAskedForAreDoneAtOnceAndNoMore() throws InterruptedException {
    var two = new CountDownLatch(2);
    var three = new CountDownLatch(3);
    var caller =
        each(
            2,
            List.of("a", "b", "c"),
            _ -> {
              two.countDown();
              three.countDown();
              await(released);
            });

    two.await();
    assertThat(caller.join(MEANWHILE)).isFalse();
    assertThat(three.getCount()).as("the third waits for a place").isEqualTo(1);
    released.countDown();
    caller.join();

    assertThat(ended).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(thrown.get()).isNull();
    allThreadsEnd();
  }

  @Test
  void failureIsToldWhenAllHaveEnded() throws InterruptedException {
    var failed = new CountDownLatch(1);
    var caller =
        each(
            2,
            List.of("failing", "slow", "other"),
            item -> {
              if (item.equals("failing")) {
                failed.countDown();
                throw new IllegalArgumentException(item);
              }
              await(released);
            });

    failed.await();
    assertThat(caller.join(MEANWHILE)).as("others are at work").isFalse();
    released.countDown();
    caller.join();

    assertThat(ended).containsExactlyInAnyOrder("slow", "other");
    assertThat(thrown.get()).isInstanceOf(IllegalArgumentException.class).hasMessage("failing");
    allThreadsEnd();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
