package clipdesk.media.clips;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asked for which clip; clips themselves belong to everybody. */
interface Requesters {
  /** Asked again, a clip moves to the top with its new label. */
  void asked(String accountId, ClipId id, Optional<String> label, Instant now);

  Optional<Asking> find(String accountId, ClipId id);

  /** Newest first; {@code after} is the last key of the page before. */
  Page of(String accountId, int limit, Map<String, String> after);

  /** A clip that somebody asked for, by their own word for it. */
  record Asking(ClipId id, Instant askedAt, Optional<String> label) {}

  /** One page; an empty key is the end of the list. */
  record Page(List<Asking> askings, Map<String, String> lastKey) {}
}
