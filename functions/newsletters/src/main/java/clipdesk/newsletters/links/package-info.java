/**
 * Where links in mails lead: confirm, leave, change what one gets, be forgotten. A GET shows a page
 * and changes nothing, however many scanners follow it; a POST acts. One click of a mail provider
 * is enough to leave (RFC 8058). Pages work without script, and who names JSON gets the same as
 * JSON.
 */
package clipdesk.newsletters.links;
