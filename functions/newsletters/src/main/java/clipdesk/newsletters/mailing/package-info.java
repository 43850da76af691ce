/**
 * How a newsletter looks on the wire: text and HTML from one Markdown source, and the headers that
 * let people leave.
 */
package clipdesk.newsletters.mailing;
