/**
 * Lists of subscribers as files: lines of RFC 4180 in UTF-8, one a person, safe to open in a
 * spreadsheet. What is written here is read back as the same.
 */
package clipdesk.newsletters.lists;
