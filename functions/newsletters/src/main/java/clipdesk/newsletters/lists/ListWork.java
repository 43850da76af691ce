package clipdesk.newsletters.lists;

import clipdesk.contracts.newsletters.ListToMove;

/** Word to whoever moves lists. */
public interface ListWork {
  void put(ListToMove message);
}
