package clipdesk.newsletters.lists;

import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.contracts.newsletters.ListToMove;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the queue would hold. */
@Singleton
@Replaces(value = ListWork.class, factory = ListsWiring.class)
public final class RecordedListWork implements ListWork {
  private final List<ListToMove> messages = new ArrayList<>();
  private final List<ListToMove> later = new ArrayList<>();
  private final List<AddressesToRekey> rekeyed = new ArrayList<>();

  @Override
  public void put(ListToMove message) {
    messages.add(message);
  }

  @Override
  public void put(AddressesToRekey message) {
    rekeyed.add(message);
  }

  /** What is told about keys of addresses. */
  public List<AddressesToRekey> rekeyed() {
    return List.copyOf(rekeyed);
  }

  @Override
  public void putLater(ListToMove message, Duration delay) {
    later.add(message);
  }

  /** What is to be heard later. */
  public List<ListToMove> later() {
    return List.copyOf(later);
  }

  /** What was put since it was last asked for. */
  public List<ListToMove> taken() {
    var taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }
}
