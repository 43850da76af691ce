package clipdesk.newsletters.sending;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The mails of one campaign that SES has, and what is known of them. */
final class TakenMails {
  private final Map<String, Integer> times = new TreeMap<>();
  private final Map<String, Set<String>> mailboxes = new TreeMap<>();
  private final Map<String, Set<String>> told = new HashMap<>();
  private final Set<String> rejected = new HashSet<>();

  void take(String who, String address) {
    times.merge(who, 1, Integer::sum);
    mailboxes.computeIfAbsent(address, _ -> new TreeSet<>()).add(who);
  }

  /** Somebody's mail is thrown away after it was taken. */
  void reject(String who) {
    rejected.add(who);
  }

  /** We know of this mail to somebody. */
  void tell(String who, String messageId) {
    told.computeIfAbsent(who, _ -> new HashSet<>()).add(messageId);
  }

  /** How many there are, by recipient. */
  Map<String, Integer> times() {
    return times;
  }

  int times(String who) {
    return times.getOrDefault(who, 0);
  }

  /** For whom there are some, by address. */
  Map<String, Set<String>> mailboxes() {
    return mailboxes;
  }

  boolean isRejected(String who) {
    return rejected.contains(who);
  }

  /** Of how many mails to somebody a word reached us. */
  int told(String who) {
    return told.getOrDefault(who, Set.of()).size();
  }
}
