package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import java.util.Map;
import java.util.Optional;

/**
 * The same video in another size or codec; one of them may be the master itself.
 *
 * @param bitrate in bits a second, on average
 * @param picture empty for a file in which none was found
 */
public record Rendition(String name, StoredObject file, long bitrate, Optional<Size> picture) {
  public Rendition {
    requireNonNull(name);
    requireNonNull(file);
    requireNonNull(picture);
  }

  Map<String, Object> members() {
    var members = file.members();
    members.put("name", name);
    members.put("bitrate", bitrate);
    picture.ifPresent(it -> it.putInto(members));
    return members;
  }

  static Rendition of(Members rendition) {
    return new Rendition(
        rendition.filledText("name"),
        StoredObject.of(rendition),
        rendition.number("bitrate", 0),
        rendition.has("width") ? Optional.of(Size.of(rendition)) : Optional.empty());
  }
}
