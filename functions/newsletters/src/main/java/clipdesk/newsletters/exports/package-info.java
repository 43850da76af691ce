/**
 * Subscribers as a list: everybody who has a topic or had it once, with what shows their consent.
 * Imported again it changes nothing.
 */
package clipdesk.newsletters.exports;
