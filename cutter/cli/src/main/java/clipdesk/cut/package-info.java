/**
 * The command lines {@code bin/cut} and {@code bin/preview}: the engine of the portal on local, web
 * and S3 files.
 */
package clipdesk.cut;
