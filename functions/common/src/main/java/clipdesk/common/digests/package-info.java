/** Hashes, keyed and not, as every context computes them. */
package clipdesk.common.digests;
