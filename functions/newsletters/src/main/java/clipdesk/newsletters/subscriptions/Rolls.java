package clipdesk.newsletters.subscriptions;

import java.util.List;
import java.util.Optional;

/** Everybody who has a topic, or had it once; whoever is erased is on none. */
public interface Rolls {
  /**
   * A page of a sixteenth of them.
   *
   * @param after where the page before ended
   */
  Page page(String topic, String bucket, Optional<String> after, int limit);

  /**
   * @param last where the next page begins, if there is one
   */
  record Page(List<String> subscribers, Optional<String> last) {}
}
