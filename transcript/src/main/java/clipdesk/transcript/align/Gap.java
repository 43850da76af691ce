package clipdesk.transcript.align;

/** Tokens of both texts between two that are matched: half-open on both sides. */
record Gap(int writtenFrom, int writtenTo, int heardFrom, int heardTo) {
  int written() {
    return writtenTo - writtenFrom;
  }

  int heard() {
    return heardTo - heardFrom;
  }

  long cells() {
    return (long) written() * heard();
  }
}
