package clipdesk.cutter.output;

import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Movie;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/** An output that begins with what is copied, while the edges of the clip are still encoded. */
public interface EarlyOutput {
  /**
   * Sends all the rest.
   *
   * @param tracks with their edges; what is copied is what it was at the beginning
   * @param percent hears how much of the payload is done
   */
  Delivery send(Movie movie, List<ClipTrack> tracks, IntConsumer percent) throws IOException;

  /** Ends what still runs here, if the clip is given up: nothing more goes to the sink. */
  void giveUp();
}
