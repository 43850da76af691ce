package clipdesk.newsletters.sending;

import java.util.List;
import java.util.function.Consumer;

/** One after another, on the thread of the test. */
final class InTurn implements SideBySide {
  @Override
  public <T> void each(List<T> items, Consumer<T> work) {
    items.forEach(work);
  }
}
