package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What there is to know of a track of a master. */
public sealed interface Track {
  /** {@code v1}, {@code a1}, {@code a2}, {@code s1}: kind and place among its kind. */
  String id();

  /** Its common name, such as {@code h264}, or {@code unknown}. */
  String codec();

  /** Frames. */
  record Picture(String id, String codec, Size size) implements Track {
    public Picture {
      requireNonNull(id);
      requireNonNull(codec);
      requireNonNull(size);
    }
  }

  /**
   * What is heard.
   *
   * @param language as described, or else as in the file
   * @param role such as {@code interpretation}, if it was described
   */
  record Sound(String id, String codec, String language, Optional<String> role) implements Track {
    public Sound {
      requireNonNull(id);
      requireNonNull(codec);
      requireNonNull(language);
      requireNonNull(role);
    }
  }

  /** What is read below the picture. */
  record Text(String id, String codec, String language) implements Track {
    public Text {
      requireNonNull(id);
      requireNonNull(codec);
      requireNonNull(language);
    }
  }

  /** In the order in which they are written, and callers are shown them. */
  default Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", id());
    members.put("kind", kind());
    members.put("codec", codec());
    switch (this) {
      case Picture picture -> picture.size().putInto(members);
      case Sound sound -> {
        members.put("language", sound.language());
        sound.role().ifPresent(it -> members.put("role", it));
      }
      case Text text -> members.put("language", text.language());
    }
    return members;
  }

  private String kind() {
    return switch (this) {
      case Picture _ -> "video";
      case Sound _ -> "audio";
      case Text _ -> "text";
    };
  }

  /** Reads a track. */
  static Track of(Members track) {
    var id = track.filledText("id");
    var codec = track.text("codec");
    return switch (track.text("kind")) {
      case "video" -> new Picture(id, codec, Size.of(track));
      case "audio" -> new Sound(id, codec, track.text("language"), track.optionalText("role"));
      case "text" -> new Text(id, codec, track.text("language"));
      default -> throw track.unreadable("kind", "must be video, audio or text");
    };
  }
}
