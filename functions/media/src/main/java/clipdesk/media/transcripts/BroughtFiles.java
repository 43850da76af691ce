package clipdesk.media.transcripts;

import clipdesk.contracts.catalogue.Video;
import java.util.List;
import java.util.Optional;

/** Files that were put for transcripts, as they are there now. */
interface BroughtFiles {
  /** All of a video, in any order; of texts inside masters those of its present one. */
  List<BroughtFile> list(Video video);

  /** Empty if it is gone, or another is there now, of which an event will tell. */
  Optional<byte[]> read(BroughtFile file);
}
