/** From words to the time to cut: where a quote begins and ends so that its words are whole. */
package clipdesk.transcript.quote;
