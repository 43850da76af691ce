package clipdesk.transcript.refusals;

import java.util.List;

/** The input breaks the rules of the form that it is in. */
public final class MalformedInputException extends RefusedInputException {
  private final transient List<Fault> faults;

  public MalformedInputException(String code, String message) {
    super(code, message);
    this.faults = List.of();
  }

  /** With the items that are wrong, at most {@link Fault#MOST} of them. */
  public MalformedInputException(String code, List<Fault> faults) {
    super(code, "Item %d: %s".formatted(faults.getFirst().index(), faults.getFirst().message()));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
