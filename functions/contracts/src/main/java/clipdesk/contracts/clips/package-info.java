/**
 * A clip, from the request that media writes to the report of the cutter. All state of a clip is in
 * these objects of the clips bucket: a report is the truth, then a failure, then progress, then the
 * request alone.
 */
package clipdesk.contracts.clips;
