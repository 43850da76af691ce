package clipdesk.newsletters.sending;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One after another, on the thread of the test. */
final class InTurn implements SideBySide, Places {
  @Override
  public <T> void each(List<T> items, Consumer<T> work) {
    items.forEach(work);
  }

  @Override
  public <T> void fill(int places, Supplier<Optional<T>> next, Consumer<T> work) {
    for (var thing = next.get(); thing.isPresent(); thing = next.get()) {
      work.accept(thing.get());
    }
  }
}
