package clipdesk.cutter.output;

import clipdesk.cutter.report.CutReport.OutputKind;

/**
 * What went to the sink; not published yet.
 *
 * @param header everything in front of the payload
 * @param payloadBytes behind it
 * @param bytesSent through the cutter
 * @param bytesCopied inside the store
 * @param unreferencedBytes of the payload that no track uses
 */
public record Delivery(
    OutputKind kind,
    byte[] header,
    long payloadBytes,
    long bytesSent,
    long bytesCopied,
    long unreferencedBytes) {

  /** Size of the whole clip. */
  public long sizeBytes() {
    return header.length + payloadBytes;
  }
}
