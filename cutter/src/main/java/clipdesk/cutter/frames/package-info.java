/**
 * How frames of a master are named: by their number in presentation order, by the second at which
 * they are shown, by their timecode.
 */
package clipdesk.cutter.frames;
