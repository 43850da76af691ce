package clipdesk.cutter.report;

/** How a clip was made; the order is that of preference. */
public enum CutMethod {
  /** Nothing was encoded. */
  COPY("copy"),
  /** Edges made legal under the master's own SPS and PPS, or its sequence header. */
  SAME_PS("same-ps"),
  /** Edges encoded under the master's SPS and one PPS more. */
  EXTRA_PPS("extra-pps"),
  /** Edges encoded under an SPS and a PPS of their own. */
  TWO_SPS("two-sps"),
  /** Every frame decoded and encoded again. */
  REENCODE("reencode");

  private final String label;

  CutMethod(String label) {
    this.label = label;
  }

  /** The name in reports and on the command line. */
  public String label() {
    return label;
  }
}
