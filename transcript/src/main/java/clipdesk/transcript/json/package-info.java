/** JSON as it comes: a tree that is asked for what it may have. */
package clipdesk.transcript.json;
