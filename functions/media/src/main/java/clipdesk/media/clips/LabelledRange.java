package clipdesk.media.clips;

import clipdesk.cutter.frames.FrameRange;
import java.util.Optional;

/**
 * A range that lies inside its video.
 *
 * @param label for the file's name, not for the clip's id, if there is one
 */
record LabelledRange(FrameRange range, Optional<String> label) {}
