/**
 * The three languages of Clipdesk and how a caller's wish becomes one of them: RFC 4647 lookup over
 * exactly {@code fr}, {@code en} and {@code uk}. Russian is never taken for Ukrainian or the other
 * way round.
 */
package clipdesk.common.localisation;
