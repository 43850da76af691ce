package clipdesk.media.ingest;

import clipdesk.common.digests.Sha256;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.media.catalogue.Video;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what the catalogue keeps of a video. */
final class CatalogueRow {
  private static final int VERSION_BYTES = 8;

  private final Map<String, Object> description;

  /**
   * @param description that broke no rule
   */
  CatalogueRow(Map<String, Object> description) {
    this.description = description;
  }

  /**
   * @param sha256 of the master, confirmed by the store
   * @param renditions in the order of the description
   * @param assets by name
   */
  Video of(
      StoredObject master,
      Optional<String> sha256,
      MasterFacts facts,
      List<StoredRendition> renditions,
      Map<String, StoredObject> assets) {
    var row = new LinkedHashMap<String, Object>();
    row.put("description", description);
    row.put("frames", facts.frames());
    row.put("frameRate", Map.of("num", facts.rate().num(), "den", facts.rate().den()));
    row.put("durationMs", facts.durationMs());
    facts.startTimecode().ifPresent(timecode -> row.put("startTimecode", timecode));
    row.put("tracks", tracks(facts.tracks()));
    var masterFile = json(master);
    sha256.ifPresent(it -> masterFile.put("sha256", it));
    row.put("master", masterFile);
    row.put("masterVersion", masterVersion(master));
    row.put("renditions", renditions(renditions, facts.durationMs()));
    var stored = new LinkedHashMap<String, Object>();
    assets.forEach((name, file) -> stored.put(name, json(file)));
    row.put("assets", stored);
    return new Video(row);
  }

  /** Names one exact master in clip ids and indexes; no byte of it is read. */
  static String masterVersion(StoredObject master) {
    var content = master.key() + "\n" + master.etag() + "\n" + master.sizeBytes();
    return Sha256.hex(content, VERSION_BYTES);
  }

  private List<Map<String, Object>> tracks(List<TrackInfo> tracks) {
    var views = new ArrayList<Map<String, Object>>();
    long sounds = 0;
    for (var track : tracks) {
      var view = new LinkedHashMap<String, Object>();
      view.put("id", track.id());
      view.put("kind", track.kind().name().toLowerCase(Locale.ROOT));
      view.put("codec", track.codec());
      switch (track.kind()) {
        case VIDEO -> {
          view.put("width", track.width());
          view.put("height", track.height());
        }
        case AUDIO -> view.putAll(sound(track, sounds++));
        case TEXT -> view.put("language", track.language());
      }
      views.add(view);
    }
    return views;
  }

  /** The description knows better than the file what is spoken. */
  private Map<String, Object> sound(TrackInfo track, long index) {
    for (var described : Video.objects(description, "audio")) {
      if (described.get("index") instanceof Number number && number.longValue() == index) {
        var sound = new LinkedHashMap<String, Object>();
        sound.put("language", Video.text(described, "language"));
        if (described.containsKey("role")) {
          sound.put("role", Video.text(described, "role"));
        }
        return sound;
      }
    }
    return Map.of("language", track.language());
  }

  private List<Map<String, Object>> renditions(List<StoredRendition> files, long durationMs) {
    var described = Video.objects(description, "renditions");
    var renditions = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i).file();
      var rendition = json(file);
      rendition.put("name", Video.text(described.get(i), "name"));
      rendition.put("bitrate", file.sizeBytes() * 8000 / Math.max(1, durationMs));
      files
          .get(i)
          .picture()
          .ifPresent(
              picture -> {
                rendition.put("width", picture.width());
                rendition.put("height", picture.height());
              });
      renditions.add(rendition);
    }
    return renditions;
  }

  private static Map<String, Object> json(StoredObject file) {
    var json = new LinkedHashMap<String, Object>();
    json.put("key", file.key());
    json.put("versionId", file.versionId());
    json.put("etag", file.etag());
    json.put("sizeBytes", file.sizeBytes());
    return json;
  }
}
