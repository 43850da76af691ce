package clipdesk.newsletters.subscriptions;

import java.util.List;
import java.util.Optional;

/** Topics that editors have written, and every consent text of theirs. */
public interface TopicStore {
  /** All of them; one that cannot be read is left out. */
  List<Topic> all();

  /** A text that was ever shown. */
  Optional<ConsentText> text(String topic, String version);

  /**
   * Writes a topic and its consent text.
   *
   * @param topic of the version that follows
   * @return false if it is not of the version before any more, or its consent text was another one
   *     in this version
   */
  boolean put(Topic topic);
}
