package clipdesk.newsletters.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was done to a campaign, by whom and when: kept for as long as the campaign, never changed.
 *
 * @param by the account of who did it, or {@link #SYSTEM}
 * @param reason of a pause
 * @param parts of a draft that were written anew, as JSON pointers
 * @param revision of the texts from then on
 * @param version of the campaign from then on
 */
public record Change(
    Act act,
    String by,
    Instant at,
    Optional<String> reason,
    List<String> parts,
    long revision,
    long version) {
  /** Who does what nobody asks for at that moment: a start at its time, a pause, the end. */
  public static final String SYSTEM = "system";

  public Change {
    parts = List.copyOf(parts);
  }

  /** What was done. */
  public enum Act {
    CREATED("created"),
    EDITED("edited"),
    DELETED("deleted"),
    SCHEDULED("scheduled"),
    UNSCHEDULED("unscheduled"),
    STARTED("started"),
    PAUSED("paused"),
    RESUMED("resumed"),
    CANCELLED("cancelled"),
    SENT("sent"),
    LISTED("listed"),
    KEPT_OUT("kept-out");

    private final String text;

    Act(String text) {
      this.text = text;
    }

    /** As it is written. */
    String text() {
      return text;
    }

    static Optional<Act> of(String text) {
      return List.of(values()).stream().filter(it -> it.text.equals(text)).findFirst();
    }

    /** Of a move into another state. */
    static Act ofMove(Campaign from, String to) {
      return switch (to) {
        case "draft" -> UNSCHEDULED;
        case "scheduled" -> SCHEDULED;
        case "sending" -> from.begun() ? RESUMED : STARTED;
        case "paused" -> PAUSED;
        case "cancelled" -> CANCELLED;
        default -> SENT;
      };
    }
  }

  static Change created(Campaign draft, String by) {
    return new Change(
        Act.CREATED,
        by,
        draft.movedAt(),
        Optional.empty(),
        List.of(),
        draft.revision(),
        draft.version());
  }

  /** Of a campaign as it was read. */
  static Change of(Campaign from, Act act, String by, Instant at) {
    return new Change(
        act, by, at, Optional.empty(), List.of(), from.revision(), from.version() + 1);
  }

  /**
   * @param reason of a pause; empty of any other state
   */
  static Change moved(Campaign from, String to, String reason, String by, Instant at) {
    return new Change(
        Act.ofMove(from, to),
        by,
        at,
        Optional.of(reason).filter(it -> !it.isEmpty()),
        List.of(),
        from.revision(),
        from.version() + 1);
  }

  static Change edited(Campaign from, List<String> parts, String by, Instant at) {
    return new Change(
        Act.EDITED, by, at, Optional.empty(), parts, from.revision() + 1, from.version() + 1);
  }
}
