package clipdesk.media.clips;

import clipdesk.cutter.frames.FrameRange;

/** A range that lies inside its video, and what is said of it. */
record WantedRange(FrameRange range, OwnWords words) {}
