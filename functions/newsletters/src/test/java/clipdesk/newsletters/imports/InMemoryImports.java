package clipdesk.newsletters.imports;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Imports in memory, by the rules of the table. */
@Singleton
@Replaces(value = Imports.class, factory = ImportsWiring.class)
public final class InMemoryImports implements Imports {
  private final Map<String, SubscriberImport> imports = new HashMap<>();
  private int left = Integer.MAX_VALUE;

  /** After so many changes the process ends. */
  public void stopAfter(int changes) {
    left = changes;
  }

  @Override
  public boolean create(SubscriberImport begun) {
    return imports.putIfAbsent(begun.id(), begun) == null;
  }

  @Override
  public Optional<SubscriberImport> find(String id) {
    return Optional.ofNullable(imports.get(id));
  }

  @Override
  public boolean change(SubscriberImport before, SubscriberImport after) {
    if (left-- == 0) {
      left = Integer.MAX_VALUE;
      throw new IllegalStateException("Stopped");
    }
    var present = imports.get(before.id());
    if (present.revision() != before.revision()) {
      return present.equals(after);
    }
    imports.put(before.id(), after);
    return true;
  }
}
