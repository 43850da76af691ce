/**
 * What every API function does to every request and answer: problems as RFC 9457 bodies in the
 * caller's language, security headers, body limits, the signed-in caller as a controller argument.
 */
package clipdesk.common.web;
