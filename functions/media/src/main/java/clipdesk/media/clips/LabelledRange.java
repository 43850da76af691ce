package clipdesk.media.clips;

import clipdesk.cutter.frames.FrameRange;

/**
 * A range that lies inside its video.
 *
 * @param label for the file's name, not for the clip's id; empty if there is none
 */
record LabelledRange(FrameRange range, String label) {}
