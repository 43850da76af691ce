/**
 * Small copies of masters on whose pictures a browser stands still exactly: every frame of the
 * master at its own time, no edit list, the first at 0, and a group of pictures so short that any
 * frame is found at once. What was made is read back and held against the master before anybody
 * sees it.
 */
package clipdesk.cutter.preview;
