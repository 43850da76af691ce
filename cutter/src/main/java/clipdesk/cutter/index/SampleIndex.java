package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.FrameTimeline;
import clipdesk.cutter.transport.Assembly;
import java.util.List;
import java.util.Optional;

/**
 * Where the samples of a master lie and when they are shown: what a cut asks of an index, in
 * whatever container or codec the master is.
 */
public interface SampleIndex {
  /** All tracks, and what a clip says of itself as the master does. */
  Movie movie();

  /** The track that {@code v1} names, unless an earlier one is a single picture. */
  Track video();

  /** When each frame of {@link #video()} is shown. */
  FrameTimeline timeline();

  Optional<Timecode> timecode();

  /** Tracks with ids, in the order of the file. */
  List<NamedTrack> namedTracks();

  /** Whether each sample stands in the master as it stands in a clip, in one piece. */
  boolean samplesAreWhole();

  /** Out of which packets samples are put together; empty where they do not lie in packets. */
  Optional<Assembly> packets();

  /**
   * The bytes in which samples have their offsets: the master itself where they are whole, else its
   * samples one behind the other.
   */
  ByteSource samplesOf(ByteSource master);
}
