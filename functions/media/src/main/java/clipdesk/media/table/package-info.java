/** How rows about an account lie in the Media table, whichever feature writes them. */
package clipdesk.media.table;
