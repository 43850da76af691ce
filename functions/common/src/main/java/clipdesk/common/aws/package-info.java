/**
 * How Clipdesk sets up AWS clients and reads its configuration: the URL-connection HTTP client,
 * region and credentials from the function's environment, and no branch for any other place than
 * AWS, because the SDK itself honours {@code AWS_ENDPOINT_URL}. What every context does alike with
 * a queue or a table of its own is here too.
 */
package clipdesk.common.aws;
