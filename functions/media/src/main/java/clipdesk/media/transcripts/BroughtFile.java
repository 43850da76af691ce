package clipdesk.media.transcripts;

import java.time.Instant;

/**
 * A file that was put for a transcript.
 *
 * @param language as its name says, a tag or something else
 * @param name tells what to read
 * @param version of its bytes
 * @param modified in whole seconds
 */
record BroughtFile(
    Brought kind, String language, String name, String version, Instant modified, long sizeBytes) {}
