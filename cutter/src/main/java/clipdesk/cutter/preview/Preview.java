package clipdesk.cutter.preview;

/**
 * What was made of a master.
 *
 * @param width of the pictures as stored, before they are turned
 * @param height of the same
 * @param hasSound whether the master has any
 * @param sizeBytes of the whole file
 * @param poster a JPEG
 */
public record Preview(
    long frames, int width, int height, boolean hasSound, long sizeBytes, byte[] poster) {}
