package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscribers, their topics and their consents. */
public interface Subscribers {
  /** The subscriber of an address, made if there is none. */
  Subscriber ofAddress(EmailAddress email, Language language, Instant now);

  Optional<Subscriber> find(String subscriberId);

  /** The subscriber of an address, if there is one. */
  Optional<Subscriber> find(EmailAddress email);

  void linkAccount(String accountId, String subscriberId);

  Optional<Subscriber> ofAccount(String accountId);

  /** Forgets which subscriber an account has. */
  void forgetAccount(String accountId);

  /** Switches a topic on and keeps the consent; once more changes nothing but the language. */
  void subscribe(
      Subscriber subscriber,
      String topic,
      Language language,
      String source,
      String textVersion,
      Instant now);

  /** Switches a topic off and keeps the withdrawal; a topic that is off stays off. */
  void unsubscribe(String subscriberId, String topic, String source, Instant now);

  /** Topics that are on. */
  List<String> topicsOf(String subscriberId);

  /** Ends every topic and forgets the address; it may be subscribed anew by then. */
  void erase(String subscriberId, Instant now);

  /** Marks an address that must not be written to again. */
  void suppress(String subscriberId, String reason, Instant now);
}
