package clipdesk.media.clips;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asked for which clip; clips themselves belong to everybody. */
interface Requesters {
  /** Asked again, a clip moves to the top with its new words. */
  void asked(String accountId, ClipId id, OwnWords words, Instant now);

  Optional<Asking> find(String accountId, ClipId id);

  /** Newest first; {@code after} is the last key of the page before. */
  Page of(String accountId, int limit, Map<String, String> after);

  /** A clip that somebody asked for, in their own words. */
  record Asking(ClipId id, Instant askedAt, OwnWords words) {}

  /** One page; an empty key is the end of the list. */
  record Page(List<Asking> askings, Map<String, String> lastKey) {}
}
