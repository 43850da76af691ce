/**
 * The cut that copies what it can: a plan is made, the edges are encoded, the other tracks are cut
 * to the same moments, and what was sent is compared with what was planned.
 */
package clipdesk.cutter.smart;
