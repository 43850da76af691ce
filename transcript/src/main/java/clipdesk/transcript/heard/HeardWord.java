package clipdesk.transcript.heard;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A word that was heard.
 *
 * @param confidence of its recogniser, from 0 to 1
 * @param speaker a recogniser's own name for a voice
 */
public record HeardWord(
    String text, int inMs, int outMs, OptionalDouble confidence, Optional<String> speaker) {}
