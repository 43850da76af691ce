package clipdesk.media.clips;

import clipdesk.contracts.catalogue.Video;

/**
 * Where a clip lies in its master: frames {@code [in, out)}. A clip is delivered in the frames that
 * were asked for, or not at all.
 *
 * @param video as it stands now
 * @param masterVersion of the master that the frames are of, which may be over
 * @param words of whoever looks
 */
public record ClipFrames(
    String clipId, Video video, String masterVersion, long in, long out, OwnWords words) {}
