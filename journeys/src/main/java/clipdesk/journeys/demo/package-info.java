/**
 * What {@code make demo} plays: the whole mission once, on a real video, against the deployed
 * stack, each step with its time. The downloaded clip is compared with the master frame by frame.
 */
package clipdesk.journeys.demo;
