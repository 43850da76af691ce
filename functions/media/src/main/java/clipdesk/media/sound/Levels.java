package clipdesk.media.sound;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import java.io.IOException;

/** How loud the sounds of masters are. */
interface Levels {
  /**
   * @return mean squares of the samples of each 10 ms
   * @throws NoSoundException if it cannot be taken out of the master, or not be decoded
   * @throws IOException if it cannot be read this time
   */
  double[] of(Video video, Track.Sound track) throws IOException, NoSoundException;
}
