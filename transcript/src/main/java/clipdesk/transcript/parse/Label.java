package clipdesk.transcript.parse;

import java.util.Optional;
import java.util.Set;

/** What a line or its beginning says of a speaker. */
record Label(
    Optional<String> name, Optional<String> role, Optional<String> outlet, Set<Trait> traits) {
  enum Trait {
    /** Mr, Mme, пан. */
    TITLE,
    /** Written in capitals throughout. */
    CAPITALS,
    /** With a time of day or of the sound beside it. */
    TIMED,
    /** Blanks stand where none belong. */
    SPACING,
    TWO_COMMAS,
    /** The outlet holds the word of a role. */
    DOUBTFUL_OUTLET,
    /** Role first, then something that looks like a name. */
    ROLE_BEFORE_NAME,
    /** Q or A. */
    LETTER
  }

  Label {
    traits = Set.copyOf(traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** No more than a name, which any words with capitals can be. */
  boolean isNameOnly() {
    return role.isEmpty() && outlet.isEmpty();
  }
}
