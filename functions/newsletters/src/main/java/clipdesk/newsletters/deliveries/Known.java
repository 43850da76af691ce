package clipdesk.newsletters.deliveries;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a mail besides its state.
 *
 * @param version goes up with every word and every decision
 * @param messageId by which SES knows the mail
 * @param byAnswer whether SES said itself that it took it, in answer to the call
 * @param reason why it failed or was skipped
 * @param words what was told afterwards, and when first
 * @param decision the last one
 * @param counted whether the tallies of the campaign have it
 */
public record Known(
    long version,
    Optional<String> messageId,
    boolean byAnswer,
    Optional<String> reason,
    Map<Word.Kind, Instant> words,
    Optional<Decision> decision,
    boolean counted) {
  public Known {
    words = Map.copyOf(words);
  }

  static Known nothing() {
    return new Known(
        0, Optional.empty(), false, Optional.empty(), Map.of(), Optional.empty(), false);
  }

  public boolean heard(Word.Kind kind) {
    return words.containsKey(kind);
  }

  /** Whether an event of SES came that says it has the mail. */
  boolean heardOfTaking() {
    return words.keySet().stream()
        .anyMatch(it -> it != Word.Kind.LEFT && it != Word.Kind.ANSWER && it != Word.Kind.REJECT);
  }

  /** Whether it is known where the mail ended, so that hardly a word more will come. */
  public boolean heardOfItsEnd() {
    return heard(Word.Kind.DELIVERY) || heard(Word.Kind.PERMANENT_BOUNCE);
  }

  Known with(Word word) {
    var more = new EnumMap<Word.Kind, Instant>(Word.Kind.class);
    more.putAll(words);
    more.putIfAbsent(word.kind(), word.at());
    return new Known(version + 1, messageId, byAnswer, reason, more, decision, counted);
  }

  Known taken(String message) {
    return new Known(
        version,
        messageId.or(() -> Optional.of(message)),
        byAnswer,
        reason,
        words,
        decision,
        counted);
  }

  Known answered() {
    return new Known(version, messageId, true, reason, words, decision, counted);
  }

  Known because(String why) {
    return new Known(version, messageId, byAnswer, Optional.of(why), words, decision, counted);
  }

  Known decided(Decision by) {
    return new Known(version + 1, messageId, byAnswer, reason, words, Optional.of(by), counted);
  }

  Known inTallies() {
    return new Known(version, messageId, byAnswer, reason, words, decision, true);
  }
}
