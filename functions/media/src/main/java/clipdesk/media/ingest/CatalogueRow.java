package clipdesk.media.ingest;

import clipdesk.common.digests.Sha256;
import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.Rendition;
import clipdesk.contracts.catalogue.Size;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.contracts.catalogue.VideoDescription;
import clipdesk.cutter.index.TrackInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the catalogue keeps of a video. */
final class CatalogueRow {
  private static final int VERSION_BYTES = 8;

  private final VideoDescription description;

  /**
   * @param description that broke no rule
   */
  CatalogueRow(VideoDescription description) {
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
    return new Video(
        description,
        facts.frames(),
        new Rate(facts.rate().num(), facts.rate().den()),
        facts.durationMs(),
        facts.startTimecode(),
        tracks(facts.tracks()),
        new Video.Master(master, sha256),
        masterVersion(master),
        renditions(renditions, facts.durationMs()),
        assets);
  }

  /** Names one exact master in clip ids and indexes; no byte of it is read. */
  static String masterVersion(StoredObject master) {
    var content = master.key() + "\n" + master.etag() + "\n" + master.sizeBytes();
    return Sha256.hex(content, VERSION_BYTES);
  }

  private List<Track> tracks(List<TrackInfo> found) {
    var tracks = new ArrayList<Track>();
    long sounds = 0;
    for (var track : found) {
      tracks.add(
          switch (track.kind()) {
            case VIDEO -> new Track.Picture(track.id(), track.codec(), size(track));
            case AUDIO -> sound(track, sounds++);
            case TEXT -> new Track.Text(track.id(), track.codec(), track.language());
          });
    }
    return tracks;
  }

  /** The description knows better than the file what is spoken. */
  private Track sound(TrackInfo track, long index) {
    var described =
        description.files().sounds().stream().filter(it -> it.index() == index).findFirst();
    return new Track.Sound(
        track.id(),
        track.codec(),
        described.map(it -> it.language()).orElseGet(track::language),
        described.flatMap(it -> it.role()));
  }

  private List<Rendition> renditions(List<StoredRendition> files, long durationMs) {
    var described = description.files().renditions();
    var renditions = new ArrayList<Rendition>();
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i).file();
      renditions.add(
          new Rendition(
              described.get(i).name(),
              file,
              file.sizeBytes() * 8000 / Math.max(1, durationMs),
              files.get(i).picture().map(CatalogueRow::size)));
    }
    return renditions;
  }

  private static Size size(TrackInfo picture) {
    return new Size(picture.width(), picture.height());
  }
}
