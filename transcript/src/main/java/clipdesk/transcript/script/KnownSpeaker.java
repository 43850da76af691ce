package clipdesk.transcript.script;

import java.util.List;
import java.util.Optional;

/** A speaker of the video in the catalogue: {@code speakers[]} of its {@code video.json}. */
public record KnownSpeaker(String id, String name, Optional<String> role, List<String> aliases) {
  public KnownSpeaker {
    aliases = List.copyOf(aliases);
  }
}
