package clipdesk.cutter;

/**
 * A sample of a text track, with all the texts that are shown at one time.
 *
 * @param inMs when it is shown, from the master's first frame on
 * @param outMs when it is shown no more
 * @param ownInMs the same as {@code inMs} by its track's own time, which is what texts mean that
 *     say their times themselves
 * @param bytes as they lie in the master
 */
public record TextSample(long inMs, long outMs, long ownInMs, byte[] bytes) {}
