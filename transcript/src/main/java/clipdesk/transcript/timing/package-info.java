/** When each word is spoken, how that is known, and how far off it may be. */
package clipdesk.transcript.timing;
