package clipdesk.accounts;

import jakarta.inject.Singleton;

/** Lets the function stop before a step once, as a crash would. */
@Singleton
public final class Breakdown {
  private String step = "";

  public void before(String step) {
    this.step = step;
  }

  /** Called by the fakes at the step of this name. */
  public void at(String name) {
    if (step.equals(name)) {
      step = "";
      throw new IllegalStateException("Stopped before " + name);
    }
  }

  /** Whether the step that was to fail was never come to. */
  public boolean stillAhead() {
    return !step.isEmpty();
  }
}
