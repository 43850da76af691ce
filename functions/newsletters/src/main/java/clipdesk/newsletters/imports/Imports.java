package clipdesk.newsletters.imports;

import java.util.Optional;

/** Imports, and how far each is. */
public interface Imports {
  /**
   * @return false if there is one of this id
   */
  boolean create(SubscriberImport begun);

  Optional<SubscriberImport> find(String id);

  /**
   * Writes what an import has become.
   *
   * @return false if it is not as it was read any more
   */
  boolean change(SubscriberImport before, SubscriberImport after);
}
