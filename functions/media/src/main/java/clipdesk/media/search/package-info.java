/**
 * Search of what was said: shards of an index lie in S3, and one manifest, written on the condition
 * of what was read, says of which files they consist. A worker puts new revisions in; whoever
 * searches looks at the manifest every few seconds and fetches what it does not have yet. The
 * catalogue is asked for every hit that is shown: what an old shard says opens nothing.
 */
package clipdesk.media.search;
