/**
 * The frames at the edges of a clip that cannot be copied: what the copied ones leave them to fit
 * in is decided, they are encoded, joined to the copied stream, and read again before anyone gets
 * them.
 */
package clipdesk.cutter.edges;
