package clipdesk.newsletters.lists;

import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.contracts.newsletters.ListToMove;
import java.time.Duration;

/** Word to whoever moves lists. */
public interface ListWork {
  void put(ListToMove message);

  void put(AddressesToRekey message);

  /** A list, to be heard later: at most a quarter of an hour. */
  void putLater(ListToMove message, Duration delay);
}
