/**
 * Where bytes come from and where they go: a master that is read by exact ranges, and a clip that
 * is handed over in numbered parts and appears under its name only when it is whole. The rules for
 * parts are those of S3 multipart uploads; files and memory keep them too.
 */
package clipdesk.cutter.io;
