/**
 * What was said, found again: passages of revisions in an index, questions as people type them, and
 * the words that answer them. One rule says whether a passage answers; the index only finds the
 * passages sooner. Where the files of an index lie is for the caller to say.
 */
package clipdesk.transcript.search;
