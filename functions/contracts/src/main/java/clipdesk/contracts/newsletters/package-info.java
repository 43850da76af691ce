/**
 * The offer to subscribe that accounts signs, and what the functions of newsletters put on each
 * other's queues. A message that is put back for later is written anew: whatever its reader did not
 * know is gone, so a member that must not be lost gets its message another {@code v}.
 */
package clipdesk.contracts.newsletters;
