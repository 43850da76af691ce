package clipdesk.transcript.revision;

import clipdesk.transcript.timing.FrameClock;

/**
 * What a revision knows of its video.
 *
 * @param masterVersion names the bytes whose sound the times are of
 */
public record VideoFacts(String videoId, String masterVersion, int durationMs, FrameClock frames) {}
