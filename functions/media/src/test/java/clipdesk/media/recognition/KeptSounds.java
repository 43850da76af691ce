package clipdesk.media.recognition;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.sound.NoSoundException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sounds in memory: names of what was copied. */
final class KeptSounds implements Sounds {
  final Set<String> copied = new LinkedHashSet<>();
  boolean unsupported;

  @Override
  public String keep(Video video, Track.Sound track) throws NoSoundException {
    if (unsupported) {
      throw new NoSoundException(new IllegalArgumentException("a1 is pcm, not AAC"));
    }
    var key = video.videoId() + "/" + track.id();
    copied.add(key);
    return key;
  }
}
