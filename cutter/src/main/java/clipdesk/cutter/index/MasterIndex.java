package clipdesk.cutter.index;

import clipdesk.cutter.frames.FrameNames;
import clipdesk.cutter.frames.FrameRate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a master without decoding it: its tracks and where every sample lies. Made by
 * {@link MasterIndexReader} from the file itself, or by {@link SidecarIndex} from what was kept at
 * ingest. Immutable as seen from outside; parts may be read on demand from the source it was made
 * from.
 */
public interface MasterIndex extends FrameNames, SampleIndex {
  /** {@link clipdesk.cutter.io.ByteSource#identity()} of the master it describes. */
  String identity();

  /** Size of the master in bytes. */
  long sizeBytes();

  /** Video, audio and text tracks in the order of the file. */
  List<TrackInfo> tracks();

  /** Frames of {@code v1} in presentation order, those hidden by an edit list left out. */
  long frames();

  /** Empty for variable frame rate. */
  Optional<FrameRate> constantFrameRate();

  /** From the first frame to the end of the last one, rounded half up. */
  long durationMs();

  /** {@code HH:MM:SS:FF}, with {@code ;} before the frames for drop-frame; of frame 0. */
  Optional<String> startTimecode();

  /** The same; clips of it get all of the master's metadata. */
  MasterIndex withMetadataWhole();
}
