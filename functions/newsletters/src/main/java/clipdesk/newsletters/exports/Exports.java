package clipdesk.newsletters.exports;

import java.util.Optional;

/** Exports, and how far each is. */
public interface Exports {
  /**
   * @return false if there is one of this id
   */
  boolean create(SubscriberExport begun);

  Optional<SubscriberExport> find(String id);

  /**
   * Writes what an export has become.
   *
   * @return false if it is not as it was read any more
   */
  boolean change(SubscriberExport before, SubscriberExport after);
}
