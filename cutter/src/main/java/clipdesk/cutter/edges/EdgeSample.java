package clipdesk.cutter.edges;

/**
 * An encoded picture as a sample of the clip.
 *
 * @param pts when it is shown, in media time of the master's track
 */
public record EdgeSample(byte[] bytes, long pts) {}
