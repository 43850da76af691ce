package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of the catalogue: a description, and what the ingest found in the files beside it. It is
 * read as a whole, so that whatever stands in a row is said before an answer has begun, and what
 * decides who may see a video is never taken for absent because it is of another kind.
 *
 * @param frames of the master
 * @param startTimecode of its first frame
 * @param masterVersion names the bytes of the master
 * @param renditions in the order of the description
 * @param assets poster and subtitles by name
 */
public record Video(
    VideoDescription description,
    long frames,
    Rate frameRate,
    long durationMs,
    Optional<String> startTimecode,
    List<Track> tracks,
    Master master,
    String masterVersion,
    List<Rendition> renditions,
    Map<String, StoredObject> assets) {
  /**
   * The master as it was found.
   *
   * @param sha256 in hex, if the store has confirmed the one that was declared
   */
  public record Master(StoredObject file, Optional<String> sha256) {
    public Master {
      requireNonNull(file);
      requireNonNull(sha256);
    }

    private Map<String, Object> members() {
      var members = file.members();
      sha256.ifPresent(it -> members.put("sha256", it));
      return members;
    }

    private static Master of(Members master) {
      return new Master(StoredObject.of(master), master.optionalText("sha256"));
    }
  }

  public Video {
    requireNonNull(description);
    requireNonNull(frameRate);
    requireNonNull(startTimecode);
    tracks = List.copyOf(tracks);
    requireNonNull(master);
    requireNonNull(masterVersion);
    renditions = List.copyOf(renditions);
    assets = Map.copyOf(assets);
  }

  public String videoId() {
    return description.videoId();
  }

  /** Ids of the tracks that a clip may have; texts are always in it. */
  public List<String> cuttableTracks() {
    return tracks.stream().filter(it -> !(it instanceof Track.Text)).map(Track::id).toList();
  }

  /** The rendition that is shown before anybody takes something. */
  public Optional<Rendition> preview() {
    return description
        .files()
        .preview()
        .flatMap(name -> renditions.stream().filter(it -> it.name().equals(name)).findFirst());
  }

  /** Poster, preview and subtitles by name. */
  public Optional<StoredObject> asset(String name) {
    return name.equals("preview")
        ? preview().map(Rendition::file)
        : Optional.ofNullable(assets.get(name));
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("description", description.members());
    members.put("frames", frames);
    members.put("frameRate", frameRate.members());
    members.put("durationMs", durationMs);
    startTimecode.ifPresent(it -> members.put("startTimecode", it));
    members.put("tracks", tracks.stream().map(Track::members).toList());
    members.put("master", master.members());
    members.put("masterVersion", masterVersion);
    members.put("renditions", renditions.stream().map(Rendition::members).toList());
    var stored = new TreeMap<String, Object>();
    assets.forEach((name, file) -> stored.put(name, file.members()));
    members.put("assets", stored);
    return Json.text(members);
  }

  /**
   * @throws UnreadableException if it is no such row
   */
  public static Video read(String text) {
    var members = Members.read(text);
    members.requireVersion(1);
    return new Video(
        VideoDescription.of(members.object("description")),
        members.number("frames", 1),
        Rate.of(members.object("frameRate")),
        members.number("durationMs", 0),
        members.optionalText("startTimecode"),
        members.objects("tracks").stream().map(Track::of).toList(),
        Master.of(members.object("master")),
        members.filledText("masterVersion"),
        members.objects("renditions").stream().map(Rendition::of).toList(),
        assets(members.object("assets")));
  }

  private static Map<String, StoredObject> assets(Members assets) {
    var files = new LinkedHashMap<String, StoredObject>();
    assets.all().keySet().forEach(name -> files.put(name, StoredObject.of(assets.object(name))));
    return files;
  }
}
