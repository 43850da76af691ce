/**
 * Entry points for files that nobody vouches for, one class for each kind: {@code make
 * bench-fuzzing} searches them with a coverage-guided fuzzer, and tests run what it found. Each
 * takes bytes and returns, whatever they are; what it throws is a bug.
 */
package clipdesk.transcript.fuzzing;
