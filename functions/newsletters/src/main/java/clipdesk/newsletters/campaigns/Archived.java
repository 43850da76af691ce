package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import java.time.Instant;
import java.util.Map;

/**
 * A newsletter that was sent, as a line of the archive.
 *
 * @param topic its id
 * @param sentAt when it was started
 */
public record Archived(String id, String topic, Instant sentAt, Map<Language, Words> words) {
  public Archived {
    words = Map.copyOf(words);
  }

  /**
   * What it was called, as it was sent.
   *
   * @param topic the name of its topic then
   */
  public record Words(String subject, String topic, String preheader) {
    static Words of(Letter letter) {
      return new Words(letter.subject(), letter.topic(), letter.preheader());
    }
  }
}
