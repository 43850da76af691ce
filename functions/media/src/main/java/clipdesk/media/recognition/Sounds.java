package clipdesk.media.recognition;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.sound.NoSoundException;
import java.io.IOException;

/** Sound tracks of masters, each in a file of its own that a recogniser takes. */
interface Sounds {
  /**
   * Keeps the sound of a track, unless it is kept already.
   *
   * @return its key
   * @throws NoSoundException if it cannot be taken out of the master
   * @throws IOException if it cannot be read or kept this time
   */
  String keep(Video video, Track.Sound track) throws IOException, NoSoundException;
}
