package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PlacesTest {
  /** Long enough for what must not happen, if it could. */
  private static final Duration MEANWHILE = Duration.ofMillis(100);

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final ArrayDeque<String> things = new ArrayDeque<>(List.of("first", "slow", "third"));
  private final AtomicReference<Throwable> thrown = new AtomicReference<>();
  private final CountDownLatch thirdBegins = new CountDownLatch(1);
  private final CountDownLatch slowEnds = new CountDownLatch(1);

  private Thread fill(int places, Consumer<String> work) {
    return Thread.ofVirtual()
        .uncaughtExceptionHandler((_, e) -> thrown.set(e))
        .start(
            () ->
                Places.onVirtualThreads()
                    .fill(
                        places,
                        () -> Optional.ofNullable(things.poll()),
                        thing -> {
                          threads.add(Thread.currentThread());
                          work.accept(thing);
                          ended.add(thing);
                        }));
  }

  private void slowly(String thing) {
    if (thing.equals("slow")) {
      await(slowEnds);
    }
    if (thing.equals("third")) {
      thirdBegins.countDown();
    }
  }

  private void allThreadsEnd() throws InterruptedException {
    for (var thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(5))).as("%s has ended", thread).isTrue();
    }
  }

  @Test
  void nextIsBegunWhileAnOlderOneIsStillUnderWay() throws InterruptedException {
    var caller = fill(2, this::slowly);

    thirdBegins.await();
    assertThat(ended).doesNotContain("slow");
    slowEnds.countDown();
    caller.join();

    assertThat(ended).containsExactlyInAnyOrder("first", "slow", "third");
    assertThat(thrown.get()).isNull();
    allThreadsEnd();
  }

  @Test
  void nothingIsAskedForBeforeThereIsAPlaceForIt() throws InterruptedException {
    var caller = fill(1, _ -> await(slowEnds));

    assertThat(caller.join(MEANWHILE)).isFalse();
    assertThat(things).hasSize(2);
    slowEnds.countDown();
    caller.join();

    assertThat(ended).hasSize(3);
  }

  @Test
  void failureEndsItAndIsToldWhenAllHaveEnded() throws InterruptedException {
    var failed = new CountDownLatch(1);
    var caller =
        fill(
            2,
            thing -> {
              if (thing.equals("first")) {
                await(failed);
                throw new IllegalArgumentException(thing);
              }
              failed.countDown();
              await(slowEnds);
            });

    failed.await();
    assertThat(caller.join(MEANWHILE)).as("the slow one is at work").isFalse();
    slowEnds.countDown();
    caller.join();

    assertThat(ended).containsExactly("slow");
    assertThat(things).as("what was not begun").containsExactly("third");
    assertThat(thrown.get()).isInstanceOf(IllegalArgumentException.class).hasMessage("first");
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
