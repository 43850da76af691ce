package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an uploader says of the files beside the description.
 *
 * @param preview name of the rendition that is shown before anybody takes something
 * @param sounds of the tracks of the master of which there is more to say than the file does
 */
public record DescribedFiles(
    Master master, List<Rendition> renditions, Optional<String> preview, List<Sound> sounds) {
  /**
   * The master.
   *
   * @param file relative to the folder of the video
   * @param sha256 in hex, as declared
   */
  public record Master(String file, Optional<String> sha256) {
    public Master {
      requireNonNull(file);
      requireNonNull(sha256);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("file", file);
      sha256.ifPresent(it -> members.put("sha256", it));
      return members;
    }

    private static Master of(Members master) {
      return new Master(master.filledText("file"), master.optionalText("sha256"));
    }
  }

  /**
   * A rendition.
   *
   * @param file relative to the folder of the video
   */
  public record Rendition(String name, String file) {
    public Rendition {
      requireNonNull(name);
      requireNonNull(file);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("name", name);
      members.put("file", file);
      return members;
    }

    private static Rendition of(Members rendition) {
      return new Rendition(rendition.filledText("name"), rendition.filledText("file"));
    }
  }

  /**
   * What is spoken in a sound track.
   *
   * @param index from 0, of the sound tracks alone
   * @param language a tag of BCP 47
   * @param role such as {@code interpretation}
   */
  public record Sound(long index, String language, Optional<String> role) {
    public Sound {
      requireNonNull(language);
      requireNonNull(role);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("index", index);
      members.put("language", language);
      role.ifPresent(it -> members.put("role", it));
      return members;
    }

    private static Sound of(Members sound) {
      return new Sound(
          sound.number("index", 0), sound.filledText("language"), sound.optionalText("role"));
    }
  }

  public DescribedFiles {
    requireNonNull(master);
    renditions = List.copyOf(renditions);
    requireNonNull(preview);
    sounds = List.copyOf(sounds);
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("master", master.members());
    members.put("renditions", renditions.stream().map(Rendition::members).toList());
    preview.ifPresent(it -> members.put("preview", it));
    members.put("audio", sounds.stream().map(Sound::members).toList());
    return members;
  }

  static DescribedFiles of(Members description) {
    return new DescribedFiles(
        Master.of(description.object("master")),
        description.objects("renditions").stream().map(Rendition::of).toList(),
        description.optionalText("preview"),
        description.optionalObjects("audio").stream().map(Sound::of).toList());
  }
}
