package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.transcript.timing.Activity;
import java.util.Optional;

/** Where something is heard in the sounds of masters, as far as they were listened to. */
public interface Activities {
  /** Empty also if what is kept cannot be read. */
  Optional<Activity> find(Video video, Track.Sound track);

  void keep(Video video, Track.Sound track, Activity activity);
}
