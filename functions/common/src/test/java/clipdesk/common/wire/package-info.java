/**
 * What leaves a function for AWS, byte by byte: adapters run over the real clients against a server
 * of this process, and what they ask is compared with a committed file. See docs/decisions/0026.
 */
package clipdesk.common.wire;
