/** Links to files in S3 that are good for a short while and for one method. */
package clipdesk.media.links;
