/**
 * The only native code of the smart path: an H.264 decoder and an H.264 encoder of FFmpeg, through
 * JavaCPP. They see access units that the planner chose, with bounds on size, threads and time.
 */
package clipdesk.cutter.codec;
