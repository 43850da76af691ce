package clipdesk.media.sound;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.transcripts.Activities;
import clipdesk.media.transcripts.SpokenTrack;
import clipdesk.transcript.timing.SpeechDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where something is heard in the languages of a video, once for each sound. */
final class ListenToSounds {
  private static final Logger LOG = LoggerFactory.getLogger(ListenToSounds.class);

  private final Videos videos;
  private final Levels levels;
  private final Activities activities;

  ListenToSounds(Videos videos, Levels levels, Activities activities) {
    this.videos = videos;
    this.levels = levels;
    this.activities = activities;
  }

  /** A video that the catalogue does not know has none. */
  void of(String videoId) {
    videos
        .find(videoId)
        .ifPresent(
            video ->
                video.description().languages().stream()
                    .flatMap(language -> SpokenTrack.of(video, language).stream())
                    .distinct()
                    .filter(track -> activities.find(video, track).isEmpty())
                    .forEach(track -> listen(video, track)));
  }

  private void listen(Video video, Track.Sound track) {
    try {
      var power = levels.of(video, track);
      var durationMs = Math.toIntExact(video.durationMs());
      activities.keep(video, track, SpeechDetector.listen(power, durationMs));
    } catch (NoSoundException e) {
      LOG.info("{} of {} is not listened to: {}", track.id(), video.videoId(), e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
