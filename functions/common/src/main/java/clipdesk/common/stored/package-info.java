/**
 * How what was stored is read: member by member, and whatever is not as it was written is told by
 * its name before an answer has begun. One row that cannot be read takes no other with it.
 */
package clipdesk.common.stored;
