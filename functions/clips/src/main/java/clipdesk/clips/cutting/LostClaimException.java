package clipdesk.clips.cutting;

/** Another worker has taken a clip over; whoever finds out stops without a trace. */
final class LostClaimException extends RuntimeException {}
