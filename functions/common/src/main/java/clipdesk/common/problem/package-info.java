/**
 * How every context says no: RFC 9457 problem+json of a closed list of types, made in one place.
 * Domain code throws a {@link clipdesk.common.problem.ProblemException}; the handlers here are the
 * only code that turns exceptions into answers.
 */
package clipdesk.common.problem;
