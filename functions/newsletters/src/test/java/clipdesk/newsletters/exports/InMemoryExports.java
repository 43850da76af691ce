package clipdesk.newsletters.exports;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Exports in memory, by the rules of the table. */
@Singleton
@Replaces(value = Exports.class, factory = ExportsWiring.class)
public final class InMemoryExports implements Exports {
  private final Map<String, SubscriberExport> exports = new HashMap<>();

  @Override
  public boolean create(SubscriberExport begun) {
    return exports.putIfAbsent(begun.id(), begun) == null;
  }

  @Override
  public Optional<SubscriberExport> find(String id) {
    return Optional.ofNullable(exports.get(id));
  }

  @Override
  public boolean change(SubscriberExport before, SubscriberExport after) {
    var present = exports.get(before.id());
    if (present.revision() != before.revision()) {
      return present.equals(after);
    }
    exports.put(before.id(), after);
    return true;
  }
}
