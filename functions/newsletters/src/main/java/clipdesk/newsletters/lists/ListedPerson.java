package clipdesk.newsletters.lists;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a line says of somebody.
 *
 * @param topics at least one, each of them open
 * @param consent empty unless when, how, to which words and what shows it are all said
 */
public record ListedPerson(
    EmailAddress email,
    Language language,
    List<String> topics,
    Optional<ToldConsent> consent,
    State state) {
  public ListedPerson {
    topics = List.copyOf(topics);
  }

  /** Whether whoever wrote the list still mails them. */
  public enum State {
    ON,
    OFF,
    SUPPRESSED
  }

  /**
   * A consent that somebody else was given.
   *
   * @param text the words that were shown
   */
  public record ToldConsent(Instant at, String source, String text, String proof) {}
}
