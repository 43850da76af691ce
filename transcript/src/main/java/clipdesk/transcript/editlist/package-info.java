/**
 * Clips of masters as lists that edit suites take: CMX3600, FCPXML, OpenTimelineIO, and a table.
 * All times are whole frames of the master, written as timecode or as a fraction, and never as a
 * rounded number of seconds.
 */
package clipdesk.transcript.editlist;
