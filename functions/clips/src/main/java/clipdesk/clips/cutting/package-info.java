/**
 * A clip is cut when its request object appears in S3. The request is claimed by a conditional
 * write, so however often the event comes, one cut is made; the clip counts as published when its
 * report exists, and that is written last.
 */
package clipdesk.clips.cutting;
