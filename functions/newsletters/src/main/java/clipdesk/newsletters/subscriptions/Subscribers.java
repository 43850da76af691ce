package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Subscribers, what they get, and their consents. */
public interface Subscribers {
  /**
   * The subscriber of an address, made if there is none. One whose address must not be written to
   * is {@code suppressed} from the beginning.
   */
  Subscriber ofAddress(EmailAddress email, Language language, Instant now);

  /** Whoever has this id; of one that became another it is the other. */
  Optional<Subscriber> find(String subscriberId);

  /** In which pages and mails are written; English for nobody who is known any more. */
  default Language languageOf(String subscriberId) {
    return find(subscriberId).map(Subscriber::language).orElse(Language.EN);
  }

  /** The subscriber of an address, if there is one. */
  Optional<Subscriber> find(EmailAddress email);

  void linkAccount(String accountId, String subscriberId);

  /** Also one that is erased, as long as the account is linked with them. */
  Optional<Subscriber> ofAccount(String accountId);

  /** Forgets which subscriber an account has. */
  void forgetAccount(String accountId);

  /**
   * Does what somebody consented to and keeps the records of it, both or neither. What changes
   * nothing is not kept.
   *
   * @param consents in this order
   * @return whether anything changed
   */
  boolean apply(String subscriberId, List<Consent> consents);

  /**
   * As {@link #apply(String, List)}, of what follows from how they stand at that very moment.
   *
   * @param consents none if nothing does
   */
  boolean apply(String subscriberId, Function<Standing, List<Consent>> consents);

  default boolean apply(String subscriberId, Consent consent) {
    return apply(subscriberId, List.of(consent));
  }

  /** What somebody gets; empty of nobody. */
  Optional<Standing> standing(String subscriberId);

  /** Topics that are on. */
  default List<String> topicsOf(String subscriberId) {
    return standing(subscriberId).map(Standing::on).orElse(List.of());
  }

  /**
   * What somebody consented to and withdrew, newest first; what cannot be read is left out.
   *
   * @param after the key where the page before ended
   */
  Page consents(String subscriberId, Optional<String> after, int limit);

  /**
   * @param lastKey where the next page begins, if there is one
   */
  record Page(List<Consent> consents, Optional<String> lastKey) {}

  /**
   * Marks the person, ends every topic and forgets the address; it may be subscribed anew by then.
   *
   * @return the key of an address that is held for them still, until {@link #release}
   */
  Optional<String> erase(String subscriberId, String source, Instant now);

  /** Lets go of what the address of an erased person leads to, but for a suppression of it. */
  void release(String subscriberId);

  /** Marks a person and their address, which must not be written to again. */
  void suppress(String subscriberId, String reason, Instant now);

  /** As {@link #suppress}, of an address that is known by its key alone, and maybe nobody's. */
  void suppressAddress(String addressKey, String reason, Instant now);

  /**
   * Lets an address be written to again; what was on before stays off.
   *
   * @param proof who says so
   */
  void lift(String subscriberId, String proof, Instant now);

  /**
   * Gives somebody another address. Who has it already becomes one with them: of each topic the
   * stricter state wins.
   */
  void move(String subscriberId, EmailAddress to, Instant now);
}
