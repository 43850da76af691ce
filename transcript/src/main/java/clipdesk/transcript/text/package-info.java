/**
 * Official text as it comes: plain, as HTML from a clipboard, or as DOCX. Whatever the form, what
 * comes out is one string and its lines; from here on nobody changes a character of it.
 */
package clipdesk.transcript.text;
