package clipdesk.newsletters.subscriptions;

import clipdesk.common.problem.ProblemException;
import clipdesk.newsletters.OfEditors;
import jakarta.inject.Singleton;

/**
 * Writes a topic. What people have consented to is never another text: who changes the text gives
 * it a new version, and the old ones are kept.
 */
@OfEditors
@Singleton
final class WriteTopic {
  private final Topics topics;

  WriteTopic(Topics topics) {
    this.topics = topics;
  }

  /**
   * @param wished of the version that follows
   * @return false if it is not of the version before any more
   * @throws ProblemException {@code validation} if its consent text was another one in this version
   */
  boolean write(Topic wished) {
    requireNewVersion(wished);
    if (topics.put(wished)) {
      return true;
    }
    // Somebody was faster, maybe with this version of the text.
    requireNewVersion(wished);
    return false;
  }

  private void requireNewVersion(Topic wished) {
    var consent = wished.consent();
    if (topics.text(wished.id(), consent.version()).filter(it -> !it.equals(consent)).isPresent()) {
      throw ProblemException.invalid(
          "/consentTextVersion",
          "text-changed",
          "People have been shown another text in this version: give it a new one");
    }
  }
}
