/** The command line {@code bin/cut}: the engine of the portal on local, web and S3 files. */
package clipdesk.cut;
