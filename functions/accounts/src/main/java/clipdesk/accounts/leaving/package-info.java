/**
 * The end of an account, with all that was kept of it here; the other contexts are told. Whether
 * its owner leaves or the schedule finishes what stopped, one use case erases.
 */
package clipdesk.accounts.leaving;
