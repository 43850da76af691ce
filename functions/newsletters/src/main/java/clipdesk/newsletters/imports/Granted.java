package clipdesk.newsletters.imports;

import clipdesk.newsletters.lists.ListedPerson;
import clipdesk.newsletters.lists.ListedPerson.State;
import clipdesk.newsletters.subscriptions.Standing;
import java.util.List;

/**
 * Which topics a list may give somebody. What a person has ever said anything about themselves
 * stays as they said it, and whoever has left everything is left alone.
 */
final class Granted {
  private Granted() {}

  static List<String> topics(Standing before, ListedPerson person) {
    boolean left = !before.topics().isEmpty() && before.on().isEmpty();
    if (person.state() != State.ON || !before.status().equals(Standing.ACTIVE) || left) {
      return List.of();
    }
    return person.topics().stream().filter(it -> !before.topics().containsKey(it)).toList();
  }

  static Verdict verdict(Standing before, ListedPerson person) {
    if (!before.status().equals(Standing.ACTIVE) || person.state() == State.SUPPRESSED) {
      return Verdict.SUPPRESSED;
    }
    if (!topics(before, person).isEmpty()) {
      return person.consent().isPresent() ? Verdict.NEW : Verdict.WITHOUT_PROOF;
    }
    return person.state() == State.ON && person.topics().stream().allMatch(before::on)
        ? Verdict.ALREADY_ON
        : Verdict.WITHDRAWN;
  }
}
