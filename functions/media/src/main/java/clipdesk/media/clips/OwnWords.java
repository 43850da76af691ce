package clipdesk.media.clips;

import java.util.Optional;

/**
 * What an account says of a clip that it asked for; nobody else is shown it.
 *
 * @param label their word for it, for the file's name and not for the clip's id
 * @param quote the words that they asked for, if it was not frames
 */
public record OwnWords(Optional<String> label, Optional<ClipQuote> quote) {
  static final OwnWords NONE = new OwnWords(Optional.empty(), Optional.empty());
}
