package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody did about their subscriptions, or what was done: kept for ever, never changed. All
 * of a person's, oldest first, give the person's present {@link Standing}.
 *
 * @param source by which way
 * @param topics what it was about; of a language alone it is none
 * @param language that was chosen, if the act chose one
 * @param shown the text that was consented to
 * @param proof what shows that it was the person, and never the address itself
 * @param campaignId of the mail whose link it was
 */
public record Consent(
    Action action,
    String source,
    List<String> topics,
    Optional<Language> language,
    Optional<ShownText> shown,
    Optional<String> proof,
    Optional<String> campaignId,
    Instant at) {
  public Consent {
    topics = List.copyOf(topics);
  }

  /** What was done. */
  public enum Action {
    /** A mail was asked for; nothing is on by that. */
    ASKED,
    GRANTED,
    CONFIRMED,
    WITHDRAWN,
    /** A withdrawal was taken back by who had made it; without topics, a suppression was lifted. */
    RESTORED,
    LANGUAGE_CHANGED,
    SUPPRESSED,
    ERASED;

    /** As it is written. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Action> of(String text) {
      return List.of(values()).stream().filter(it -> it.text().equals(text)).findFirst();
    }
  }

  /**
   * A text of consent as it was shown.
   *
   * @param hash SHA-256 of it in UTF-8, in hex
   */
  public record ShownText(String version, Language language, String hash) {}

  /** Somebody wants topics. */
  public static Consent granted(String source, List<String> topics, Language language, Instant at) {
    return new Consent(
        Action.GRANTED,
        source,
        topics,
        Optional.of(language),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  /** Somebody wants topics no more. */
  public static Consent withdrawn(String source, List<String> topics, Instant at) {
    return plain(Action.WITHDRAWN, source, topics, at);
  }

  /** A withdrawal is taken back. */
  public static Consent restored(String source, List<String> topics, Instant at) {
    return plain(Action.RESTORED, source, topics, at);
  }

  /** Another language, and nothing else. */
  public static Consent languageChanged(String source, Language language, Instant at) {
    return plain(Action.LANGUAGE_CHANGED, source, List.of(), at).in(language);
  }

  static Consent suppressed(String reason, Instant at) {
    return plain(Action.SUPPRESSED, reason, List.of(), at);
  }

  /** A suppression is over: nothing is on by that. */
  static Consent lifted(String source, Instant at) {
    return plain(Action.RESTORED, source, List.of(), at);
  }

  static Consent erased(String source, Instant at) {
    return plain(Action.ERASED, source, List.of(), at);
  }

  private static Consent plain(Action action, String source, List<String> topics, Instant at) {
    return new Consent(
        action,
        source,
        topics,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  public Consent happening(Instant when) {
    return new Consent(action, source, topics, language, shown, proof, campaignId, when);
  }

  public Consent as(Action other) {
    return new Consent(other, source, topics, language, shown, proof, campaignId, at);
  }

  public Consent showing(ShownText text) {
    return new Consent(action, source, topics, language, Optional.of(text), proof, campaignId, at);
  }

  public Consent provenBy(String evidence) {
    return new Consent(
        action, source, topics, language, shown, Optional.of(evidence), campaignId, at);
  }

  public Consent byMailOf(String campaign) {
    return new Consent(action, source, topics, language, shown, proof, Optional.of(campaign), at);
  }

  private Consent in(Language chosen) {
    return new Consent(action, source, topics, Optional.of(chosen), shown, proof, campaignId, at);
  }

  public Consent about(List<String> others) {
    return new Consent(action, source, others, language, shown, proof, campaignId, at);
  }
}
