package clipdesk.media.transcripts;

import java.util.List;
import java.util.Optional;

/** Files that were put for transcripts, as they are there now. */
interface BroughtFiles {
  /** All of a video, in any order. */
  List<BroughtFile> list(String videoId);

  /** Empty if it is gone, or another is there now, of which an event will tell. */
  Optional<byte[]> read(BroughtFile file);
}
