package clipdesk.common.stored;

import clipdesk.common.json.UnreadableException;
import clipdesk.common.logging.EmfCount;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wall between a row that cannot be read and all others. */
public final class LeftOut {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);

  private LeftOut() {}

  /**
   * What was read; or nothing, and then the id is logged and {@code Unreadable} counted.
   *
   * @param store what such rows are called in logs and metrics, of few values
   * @param id finds the row again; neither secret nor personal
   * @param reading throws {@link UnreadableException} and nothing else for what a row may hold
   */
  public static <T> Optional<T> ifUnreadable(String store, String id, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (UnreadableException e) {
      LOG.error("{} of {} is left out. {}", id, store, e.getMessage());
      EmfCount.printOfStack("Unreadable", "store", store);
      return Optional.empty();
    }
  }
}
