package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import java.util.Optional;

/** In which of a video's sounds a language is spoken. */
public final class SpokenTrack {
  private SpokenTrack() {}

  /** The track of a language; the first one is in the video's first language if none says so. */
  public static Optional<Track.Sound> of(Video video, String language) {
    var tracks =
        video.tracks().stream()
            .filter(Track.Sound.class::isInstance)
            .map(Track.Sound.class::cast)
            .toList();
    var said = tracks.stream().filter(it -> it.language().equals(language)).findFirst();
    return said.isEmpty() && video.description().languages().getFirst().equals(language)
        ? tracks.stream().findFirst()
        : said;
  }
}
