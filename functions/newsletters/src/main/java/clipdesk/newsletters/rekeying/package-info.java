/**
 * Addresses are brought under the newest key of their ring, so that an older one can leave it; see
 * docs/decisions/0091. While that goes on, everything is found under either.
 */
package clipdesk.newsletters.rekeying;
