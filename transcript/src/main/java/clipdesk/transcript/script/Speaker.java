package clipdesk.transcript.script;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who speaks, as the labels name them.
 *
 * @param id the catalogue's where it is the same person, else {@code s1}, {@code s2} by appearance
 * @param name absent if only a role is ever given
 * @param alsoWritten other spellings that stand in the text or in the catalogue
 */
public record Speaker(
    String id,
    Optional<String> name,
    Optional<String> role,
    Optional<String> outlet,
    List<String> alsoWritten) {
  public Speaker {
    alsoWritten = List.copyOf(alsoWritten);
  }

  /** Name, else role, else outlet: a speaker has one of them. */
  public String shown() {
    return name.or(() -> role).or(() -> outlet).orElse(id);
  }
}
