/** What there is and what you may take: catalogue, clip requests, download tickets. */
package clipdesk.media;
