package clipdesk.transcript.editlist;

import java.util.Optional;

/**
 * The master that clips are of.
 *
 * @param file its name, as it lies on the disk of whoever edits
 * @param frames how many it has
 * @param startTimecode of its first frame, if it has one
 */
public record ListedMaster(
    String videoId, String file, long frames, Optional<String> startTimecode) {}
