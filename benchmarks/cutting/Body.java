import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The body of a request, which the SDK sends in chunks with a checksum behind them. */
final class Body {
  private Body() {}

  static byte[] read(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length") == null) {
      return raw;
    }
    var plain = new ByteArrayOutputStream(raw.length);
    for (int at = 0; at < raw.length; ) {
      int end = at;
      while (raw[end] != '\r') {
        end++;
      }
      var head = new String(raw, at, end - at, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(head.replaceAll(";.*", ""), 16);
      plain.write(raw, end + 2, length);
      at = length == 0 ? raw.length : end + 2 + length + 2;
    }
    return plain.toByteArray();
  }
}
