package clipdesk.transcript.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a passage stands among all that answer: best before others, where that is asked for, then
 * newest, then by video, language and word.
 *
 * @param score 0 unless the best are asked for
 */
public record Place(float score, LocalDate date, String videoId, String language, int fromWord) {
  private static final int MEMBERS = 5;

  /** As {@link #read} takes it. */
  public String text() {
    var members =
        String.join(" ", Float.toString(score), date.toString(), videoId, language, fromWord + "");
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(members.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty if it is none. */
  public static Optional<Place> read(String text) {
    try {
      var members =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      return members.length == MEMBERS ? Optional.of(of(members)) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Place of(String[] members) {
    return new Place(
        Float.parseFloat(members[0]),
        LocalDate.parse(members[1]),
        members[2],
        members[3],
        Integer.parseInt(members[4]));
  }
}
